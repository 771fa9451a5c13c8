namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>One server for all tests of a class that change nothing in it.</summary>
public sealed class SampleServerFixture : IAsyncLifetime
{
    internal SampleServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await SampleServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
