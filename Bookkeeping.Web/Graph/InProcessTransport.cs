using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.Web.Graph;

/// <summary>Executes operations in the API that this process hosts.</summary>
internal sealed class InProcessTransport(RequestExecutor executor, IServiceScopeFactory scopes) : IGraphTransport
{
    /// <inheritdoc/>
    public async Task<JsonDocument> SendAsync(string document, JsonElement variables, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = new GraphQLRequest { Query = document, Variables = variables };
        var result = await executor.ExecuteAsync(request, scope.ServiceProvider, cancel);
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        result.WriteTo(output);
        return JsonDocument.Parse(output.WrittenMemory);
    }
}
