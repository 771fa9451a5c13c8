using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The files of a request by their places in its variables, and which of them were asked for.</summary>
/// <param name="files">See <see cref="GraphQLRequest.Files"/>.</param>
internal sealed class FilePlaces(IReadOnlyDictionary<string, UploadedFile> files)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The file at a place such as <c>input.files.0</c>; null when there is none.</summary>
    public UploadedFile? Take(string place)
    {
        if (!files.TryGetValue(place, out var file)) return null;
        taken.Add(place);
        return file;
    }

    /// <summary>A place that no declared variable reaches; null when all do.</summary>
    public string? FirstLeft() => files.Keys.FirstOrDefault(place => !taken.Contains(place));
}
