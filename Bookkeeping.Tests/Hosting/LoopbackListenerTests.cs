using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.Hosting;

/// <summary>As long as nobody has to sign on, the server serves its own machine alone.</summary>
public sealed class LoopbackListenerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:0"), InlineData("http://[::1]:0"), InlineData("http://127.0.0.2:0")]
    public async Task A_server_listens_on_addresses_of_its_own_machine(string url) => Assert.Null(await StartAsync(url));

    [Theory]
    [InlineData("http://0.0.0.0:0"), InlineData("http://[::]:0"), InlineData("http://*:0")]
    public async Task A_server_refuses_to_listen_where_others_reach_it_and_says_why(string url)
    {
        var refusal = Assert.IsType<OpenToNetworkException>(await StartAsync(url));
        Assert.Contains("no sign-on", refusal.Message);
        Assert.Contains("Bookkeeping__AllowAnonymous=true", refusal.Message);
    }

    [Fact]
    public async Task One_open_address_among_others_is_refused() =>
        Assert.IsType<OpenToNetworkException>(await StartAsync("http://127.0.0.1:0;http://0.0.0.0:0"));

    [Fact]
    public async Task A_server_that_is_allowed_to_listens_anywhere() => Assert.Null(await StartAsync("http://0.0.0.0:0", ("Bookkeeping:AllowAnonymous", "true")));

    private static async Task<Exception?> StartAsync(string urls, params (string Name, string Value)[] settings)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Bookkeeping", database.ConnectionString), .. settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))]);
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.AddBookkeepingApi(new StartArguments(Demo: false, []));
        await using var app = builder.Build();
        return await Record.ExceptionAsync(() => app.StartAsync());
    }
}
