using System.Net;
using System.Text;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Hosting;

/// <summary>A page whose own name was made to lead to this machine (DNS rebinding) is no page of ours.</summary>
public sealed class HostNamesTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:81", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5081", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example:5081", false)]
    [InlineData("10.0.0.1", false)]
    public async Task A_server_of_this_machine_answers_to_its_names(string name, bool answers) => Assert.Equal(answers, await AnswersToAsync(name));

    [Theory]
    [InlineData("logbook.example", true)]
    [InlineData("a.proxy.example", true)]
    [InlineData("localhost", false)]
    public async Task Its_names_can_be_given(string name, bool answers) =>
        Assert.Equal(answers, await AnswersToAsync(name, ("AllowedHosts", "logbook.example; *.proxy.example")));

    [Fact]
    public async Task A_server_that_is_open_to_a_network_answers_to_all_names() => Assert.True(await AnswersToAsync("logbook.example", ("Bookkeeping:AllowAnonymous", "true")));

    private async Task<bool> AnswersToAsync(string name, params (string Name, string Value)[] settings)
    {
        await using var server = await ApiServer.StartAsync(database.ConnectionString, settings: settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = new StringContent("""{"query": "{ __typename }"}""", Encoding.UTF8, "application/json") };
        request.Headers.Host = name;
        request.Headers.TryAddWithoutValidation("Origin", "http://" + name);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await server.Client.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest);
        return answer.IsSuccessStatusCode;
    }
}
