using Bookkeeping.Client;
using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Client;

/// <summary>A client that was generated from this project's documents asks a real server.</summary>
public sealed class GeneratedClientTests(DemoServer demo) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task A_query_is_answered_by_records()
    {
        await using var services = new ServiceCollection().AddTestLogbookClient().ConfigureHttpClient(http => http.BaseAddress = new Uri(demo.Address)).Services.BuildServiceProvider();
        var client = services.GetRequiredService<ITestLogbookClient>();

        var result = await client.RunsOfFill.ExecuteAsync(new RunFilterInput { Fill = new FillFilterInput { FillNumber = new IntOperationFilterInput { Eq = 8178 } } }, first: 2);

        result.EnsureNoErrors();
        Assert.Equal(2, result.Data!.Runs!.Nodes!.Count);
        Assert.All(result.Data.Runs.Nodes, run => Assert.Equal(8178, run.Fill?.FillNumber));
        Assert.All(result.Data.Runs.Nodes, run => Assert.True(run.Quality.IsKnown));
    }
}
