using System.Text.Json;
using Bookkeeping.Client.Json;

namespace Bookkeeping.Client;

/// <summary>Reads answers into results.</summary>
internal static class AnswerReader
{
    /// <summary>Reads a whole answer.</summary>
    public static IOperationResult<T> Read<T>(JsonElement answer, Func<JsonElement, T> read)
        where T : class
    {
        List<IClientError> errors = answer.Has("errors", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(ClientError.Read)] : [];
        T? data = null;
        try
        {
            if (answer.Has("data", out var found)) data = read(found);
        }
        catch (UnexpectedAnswerException e)
        {
            errors.Add(new ClientError(e.Message) { Code = ClientErrorCodes.UnexpectedAnswer, Exception = e });
        }

        if (data is null && errors.Count == 0)
            errors.Add(new ClientError("The answer has neither data nor errors.") { Code = ClientErrorCodes.InvalidResponse });
        var result = new OperationResult<T>(data, errors);
        return answer.Has("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object
            ? result with { Extensions = extensions.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone()) }
            : result;
    }

    /// <summary>The result of an operation that got no answer.</summary>
    public static IOperationResult<T> Failed<T>(string code, Exception exception)
        where T : class => new OperationResult<T>(null, [new ClientError(exception.Message) { Code = code, Exception = exception }]);
}
