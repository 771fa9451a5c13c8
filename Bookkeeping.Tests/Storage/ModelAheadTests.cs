using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Storage;

/// <summary>The model that is built while the rest of a server starts.</summary>
public sealed class ModelAheadTests
{
    [Theory]
    [InlineData("Data Source=nowhere.db")]
    [InlineData("Host=nowhere")]
    public async Task Contexts_that_answer_requests_find_the_model_that_was_built_ahead_of_them(string connectionString)
    {
        var address = DatabaseAddress.Parse(connectionString);
        var ahead = await ModelAhead.BeginAsync(address);

        var services = new ServiceCollection().AddLogging().AddPooledDbContextFactory<BookkeepingDb>((_, options) =>
        {
            ModelAhead.Configure(options, address);
            options.AddInterceptors(new NoInterceptor());
        });
        await using var provider = services.BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<BookkeepingDb>>().CreateDbContextAsync();
        Assert.Same(ahead, db.Model);
    }

    private sealed class NoInterceptor : IInterceptor;
}
