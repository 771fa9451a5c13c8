using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>A place in the part <c>operations</c> where a file belongs: <c>variables.files.0</c>, or <c>1.variables.file</c> in a list of requests.</summary>
internal sealed class FilePlace
{
    private const string Variables = "variables";
    private readonly string text;
    private readonly string[] steps;

    /// <summary>Reads a place.</summary>
    /// <param name="text">The place as the map has it.</param>
    /// <param name="isInList">Whether <c>operations</c> is a list.</param>
    /// <exception cref="HttpRefusal">It is none.</exception>
    public FilePlace(string text, bool isInList)
    {
        this.text = HttpRefusal.Shorten(text);
        var parts = text.Split('.');
        if (parts.Any(part => part.Length == 0)) throw Fault(ErrorCodes.InvalidFilePlace, "must be names and numbers with single dots between them");
        if (isInList)
        {
            RequestIndex = IndexOf(parts[0]) ?? throw Fault(ErrorCodes.InvalidFilePlace, "must begin with the number of a request, for `operations` is a list");
            parts = parts[1..];
        }

        if (parts is not [Variables, _, ..]) throw Fault(ErrorCodes.FilePlaceNotInVariables, "must lead into `variables`");
        steps = parts[1..];
    }

    /// <summary>Which request it is in, from 0; 0 where there is but one.</summary>
    public int RequestIndex { get; }

    /// <summary>The place below the variables.</summary>
    public string BelowVariables => string.Join('.', steps);

    /// <summary>The request that the place is in; null where that one is refused for itself.</summary>
    /// <exception cref="HttpRefusal">There is none.</exception>
    public GraphQLRequest? RequestIn(RequestBody body) => body.Items is { } items
        ? RequestIndex < items.Count ? items[RequestIndex].Request : throw NoSuchRequest()
        : RequestIndex == 0 ? body.Request : throw NoSuchRequest();

    /// <summary>Checks that null waits at the place.</summary>
    /// <exception cref="HttpRefusal">There is no such place, or something else stands there.</exception>
    public void RequireNull(JsonElement variables)
    {
        var at = Step(variables, steps[0]) ?? throw Fault(ErrorCodes.FileVariableNotFound, "leads to a variable that is not given");
        foreach (var step in steps.AsSpan(1))
            at = Step(at, step) ?? throw Fault(ErrorCodes.FilePlaceNotFree, "leads to nothing: the variable has no such place");
        if (at.ValueKind != JsonValueKind.Null) throw Fault(ErrorCodes.FilePlaceNotFree, $"must lead to null, not to {RequestJson.Describe(at.ValueKind)}");
    }

    /// <summary>The refusal of a place that several files have.</summary>
    public HttpRefusal Twice() => Fault(ErrorCodes.FilePlaceNotFree, "stands in the map twice");

    private static JsonElement? Step(JsonElement from, string step) => from.ValueKind switch
    {
        JsonValueKind.Object => from.TryGetProperty(step, out var value) ? value : null,
        JsonValueKind.Array => IndexOf(step) is { } index && index < from.GetArrayLength() ? from[index] : null,
        _ => null,
    };

    private static int? IndexOf(string step) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private HttpRefusal NoSuchRequest() => Fault(ErrorCodes.InvalidFilePlace, "leads to a request that is not in `operations`");

    private HttpRefusal Fault(string code, string fault) => HttpRefusal.BadFilePlace(code, $"The place \"{text}\" in the form's `map` {fault}.");
}
