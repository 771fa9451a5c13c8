using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Exports;

/// <summary>Reads a list page by page through the graph: what limits other clients limits exports, the length of the list excepted.</summary>
internal sealed class ListExporter(RequestExecutor executor, IOptions<ListExportOptions> options)
{
    // What rows with lists inside may cost is found by trying.
    private static readonly int[] SmallerPages = [200, 100, 50, 20, 10, 5, 1];

    /// <summary>Reads all pages.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="request">What is to be exported.</param>
    /// <param name="services">The services of the request, whose database sees one moment.</param>
    /// <param name="cancel">Ends the statement that runs.</param>
    /// <exception cref="ListExportFailedException">The graph refuses or fails.</exception>
    public async IAsyncEnumerable<JsonElement> PagesAsync(
        ListExportDocument document, ListExportRequest request, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var size = options.Value.PageSize;
        for (string? after = null; ;)
        {
            var variables = JsonSerializer.SerializeToElement(new Dictionary<string, object?>
            {
                ["size"] = size, ["after"] = after, ["count"] = after is null, ["where"] = request.Where, ["order"] = request.Order,
            });
            var result = await executor.ExecuteAsync(new GraphQLRequest { Query = document.Text, Variables = variables }, services, cancel);
            if (result.Errors.Any(error => error.Code is ErrorCodes.OperationTooLarge or ErrorCodes.PageTooLarge) && SmallerPages.FirstOrDefault(smaller => smaller < size) is > 0 and var next)
            {
                size = next;
                continue;
            }

            if (result.Errors.Count > 0) throw new ListExportFailedException(result);
            buffer.ResetWrittenCount();
            result.WriteTo(buffer);
            using var answer = JsonDocument.Parse(buffer.WrittenMemory);
            var page = answer.RootElement.GetProperty("data").GetProperty(document.List);
            yield return page;
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) yield break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}

/// <summary>The graph does not give what is to be exported.</summary>
internal sealed class ListExportFailedException(ExecutionResult result) : Exception(result.Errors[0].Message)
{
    /// <summary>What it answered instead.</summary>
    public ExecutionResult Result { get; } = result;
}
