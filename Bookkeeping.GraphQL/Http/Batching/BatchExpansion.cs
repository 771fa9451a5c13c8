using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types.Scalars;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>Makes of a body, the operations that its address names and its lists of variables the requests to run, in order.</summary>
internal static class BatchExpansion
{
    /// <summary>The parameter that names the operations to run: <c>[A,B]</c>.</summary>
    public const string OperationsParameter = "batchOperations";

    /// <summary>Whether a body is one request that runs once.</summary>
    /// <param name="body">The body.</param>
    /// <param name="operations">The parameter's values.</param>
    public static bool IsPlain(RequestBody body, StringValues operations) =>
        operations.Count == 0 && body.Request is { Variables.ValueKind: not JsonValueKind.Array };

    /// <summary>The requests to run: at least one, and no more than <see cref="GraphQLHttpOptions.MaxBatchItems"/>.</summary>
    /// <exception cref="HttpRefusal">There are none or too many, or they are asked for in a way that is not offered.</exception>
    public static IReadOnlyList<BatchItem> Expand(RequestBody body, StringValues operations, GraphQLHttpOptions options)
    {
        var items = operations.Count == 0 ? body.Items ?? [new BatchItem(body.Request!)] : ForOperations(body, operations, options);
        if (!items.Any(HasVariableList)) return items;
        var count = items.Sum(i => HasVariableList(i) ? (long)i.Request!.Variables.GetArrayLength() : 1);
        return count > options.MaxBatchItems ? throw TooMany(options) : [.. items.SelectMany(ForVariables)];
    }

    /// <summary>The refusal of a batch with too many requests.</summary>
    public static HttpRefusal TooMany(GraphQLHttpOptions options) =>
        HttpRefusal.InvalidRequest($"The batch has more than the {options.MaxBatchItems} requests that this server takes at a time.");

    private static List<BatchItem> ForOperations(RequestBody body, StringValues operations, GraphQLHttpOptions options)
    {
        if (!options.Batching.HasFlag(BatchingKinds.Operations))
            throw HttpRefusal.InvalidRequest($"The address has the parameter `{OperationsParameter}`; this server runs one operation at a time, named by `operationName`.");
        if (body.Request is not { } request)
            throw HttpRefusal.InvalidRequest($"The parameter `{OperationsParameter}` is for one document, and the request body is a list.");
        var names = Names(operations);
        if (names.Length > options.MaxBatchItems) throw TooMany(options);
        return [.. names.Select((name, index) => new BatchItem(request with { OperationName = name }) { RequestIndex = index })];
    }

    private static string[] Names(StringValues operations)
    {
        if (operations is not [{ } text] || text.Trim() is not ['[', .. var list, ']']) throw InvalidNames();
        var names = list.Split(',', StringSplitOptions.TrimEntries);
        return names.All(GraphQLName.Is) ? names : throw InvalidNames();
    }

    private static HttpRefusal InvalidNames() =>
        HttpRefusal.InvalidRequest($"The parameter `{OperationsParameter}` must stand once and be a list of operation names such as [A,B].");

    private static bool HasVariableList(BatchItem item) => item.Request is { Variables.ValueKind: JsonValueKind.Array };

    private static IEnumerable<BatchItem> ForVariables(BatchItem item)
    {
        if (!HasVariableList(item)) return [item];
        var request = item.Request!;
        if (request.Variables.GetArrayLength() == 0)
            return [new BatchItem(HttpRefusal.InvalidRequest("`variables` is an empty list; it must be an object, or a list of them.").Error) { RequestIndex = item.RequestIndex }];
        return request.Variables.EnumerateArray().Select((variables, index) => For(request with { Files = FilesOf(request, index) }, variables) with { RequestIndex = item.RequestIndex, VariableIndex = index });
    }

    /// <summary>The files whose places lie in one of several variables: their places begin with its index.</summary>
    private static Dictionary<string, UploadedFile>? FilesOf(GraphQLRequest request, int index)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{index}.");
        var files = request.Files?.Where(file => file.Key.StartsWith(start, StringComparison.Ordinal)).ToDictionary(file => file.Key[start.Length..], file => file.Value, StringComparer.Ordinal);
        return files is { Count: > 0 } ? files : null;
    }

    private static BatchItem For(GraphQLRequest request, JsonElement variables) => variables.ValueKind switch
    {
        JsonValueKind.Object => new BatchItem(request with { Variables = variables }),
        JsonValueKind.Null => new BatchItem(request with { Variables = default }),
        var kind => new BatchItem(HttpRefusal.InvalidRequest($"Each item of `variables` must be a JSON object or null, not {RequestJson.Describe(kind)}.").Error),
    };
}
