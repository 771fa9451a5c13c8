using System.Text.Json;
using Bookkeeping.Client.Json;

namespace Bookkeeping.Client;

/// <summary>Something that went wrong with an operation: said by the server, or met on the way to it.</summary>
public interface IClientError
{
    /// <summary>What is wrong, for people. Programs branch on <see cref="Code"/>.</summary>
    string Message { get; }

    /// <summary>The stable code; null when the error has none.</summary>
    string? Code { get; }

    /// <summary>Where in the answer: response names (string) and list indices (int); null when no field is concerned.</summary>
    IReadOnlyList<object>? Path { get; }

    /// <summary>Where in the document; empty when it has no place there.</summary>
    IReadOnlyList<ErrorLocation> Locations { get; }

    /// <summary>What was thrown, where the server was not reached or its answer not understood; null for an error of the answer.</summary>
    Exception? Exception { get; }

    /// <summary>What the server said beside, the code included; empty when nothing.</summary>
    IReadOnlyDictionary<string, JsonElement> Extensions { get; }
}

/// <summary>A place in a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct ErrorLocation(int Line, int Column);

/// <summary>An error of an operation.</summary>
public sealed record ClientError(string Message) : IClientError
{
    private static readonly Dictionary<string, JsonElement> NoExtensions = [];

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Path { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<ErrorLocation> Locations { get; init; } = [];

    /// <inheritdoc/>
    public Exception? Exception { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = NoExtensions;

    /// <summary>Reads an entry of an answer's <c>errors</c>; members of an unexpected kind are taken as absent.</summary>
    public static ClientError Read(JsonElement error) => new(Text(error, "message") ?? "The server says no more than that something is wrong.")
    {
        Code = error.Has("extensions", out var extensions) ? Text(extensions, "code") : null,
        Path = error.Has("path", out var path) && path.ValueKind == JsonValueKind.Array ? [.. path.EnumerateArray().Select(ReadStep)] : null,
        Locations = error.Has("locations", out var places) && places.ValueKind == JsonValueKind.Array ? [.. places.EnumerateArray().Select(ReadLocation)] : [],
        Extensions = extensions.ValueKind == JsonValueKind.Object
            ? extensions.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone())
            : NoExtensions,
    };

    private static object ReadStep(JsonElement step) => step.ValueKind == JsonValueKind.Number && step.TryGetInt32(out var index) ? index : step.ToString();

    private static ErrorLocation ReadLocation(JsonElement place) => new(Number(place, "line"), Number(place, "column"));

    private static int Number(JsonElement place, string name) =>
        place.Has(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    private static string? Text(JsonElement parent, string name) =>
        parent.Has(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
