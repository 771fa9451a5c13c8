using System.Buffers;
using System.Runtime.CompilerServices;
using Bookkeeping.Client;
using Bookkeeping.Client.Transports;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Web.Graph;

/// <summary>Executes operations in the API that this process hosts.</summary>
internal sealed class ExecutorTransport(RequestExecutor executor, IServiceScopeFactory scopes) : InProcessTransport
{
    /// <inheritdoc/>
    protected override async Task<ReadOnlyMemory<byte>> AnswerAsync(OperationRequest request, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return Written(await executor.ExecuteAsync(Of(request), scope.ServiceProvider, cancel));
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(OperationRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var response = await executor.RespondAsync(Of(request) with { AllowsSubscriptions = true }, scope.ServiceProvider, cancel);
        if (response is ExecutionResult refusal)
        {
            yield return Written(refusal);
            yield break;
        }

        await using var stream = (ResultStream)response;
        await foreach (var result in stream.ReadResultsAsync(cancel)) yield return Written(result);
    }

    private static GraphQLRequest Of(OperationRequest request) =>
        new()
        {
            Query = request.Document.Text, OperationName = request.Document.Name, Variables = request.Variables,
            Files = request.Files.Count == 0 ? null : request.Files.ToDictionary(file => file.Key, file => new UploadedFile(file.Value.Name, file.Value.ContentType, file.Value.Length, file.Value.OpenRead)),
        };

    // The answer is read while the next one is written, hence memory of its own.
    private static ReadOnlyMemory<byte> Written(ExecutionResult result)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        result.WriteTo(output);
        return output.WrittenMemory;
    }
}
