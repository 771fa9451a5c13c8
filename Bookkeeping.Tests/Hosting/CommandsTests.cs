using Bookkeeping.Api.Hosting;

namespace Bookkeeping.Tests.Hosting;

/// <summary>What the program's first words lead to.</summary>
public sealed class CommandsTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Who_asks_for_help_gets_no_server(string word) => Assert.Equal(0, await Commands.TryRunAsync([word]));

    [Fact]
    public async Task A_word_that_is_no_command_is_refused() => Assert.Equal(2, await Commands.TryRunAsync(["imprt", "folder"]));

    [Theory]
    [InlineData]
    [InlineData("--demo")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task Settings_are_for_the_server(params string[] args) => Assert.Null(await Commands.TryRunAsync(args));
}
