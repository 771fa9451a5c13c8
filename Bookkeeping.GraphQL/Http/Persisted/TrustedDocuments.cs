using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>Reads the folder of trusted documents, and finds all that is wrong with it at once.</summary>
internal sealed partial class TrustedDocuments(Schema schema, RequestExecutorOptions options)
{
    private readonly List<string> faults = [];
    private readonly Dictionary<string, string> documents = new(StringComparer.Ordinal);

    /// <summary>The documents by their ids.</summary>
    /// <param name="folder">Absolute, or relative to the program's folder.</param>
    /// <exception cref="TrustedDocumentsException">The folder is missing, or a document in it is not valid.</exception>
    public FrozenDictionary<string, string> Read(string folder)
    {
        var root = Path.Combine(AppContext.BaseDirectory, folder);
        if (!Directory.Exists(root)) throw new TrustedDocumentsException([$"the folder {root} does not exist"]);
        foreach (var file in Directory.EnumerateFiles(root, "*.graphql").Order(StringComparer.Ordinal)) ReadFile(file);
        return faults.Count == 0 ? documents.ToFrozenDictionary(StringComparer.Ordinal) : throw new TrustedDocumentsException(faults);
    }

    private void ReadFile(string file)
    {
        var name = Path.GetFileName(file);
        var id = Path.GetFileNameWithoutExtension(file);
        var text = File.ReadAllText(file);
        if (!Id().IsMatch(id)) faults.Add($"{name}: an id has 1 to 128 letters, digits, hyphens and underscores");
        else if (DocumentHash.IsHash(id) && DocumentHash.Of(text) is var hash && !hash.Equals(id, StringComparison.OrdinalIgnoreCase))
            faults.Add($"{name}: the SHA-256 hash of the document is {hash}");
        else CheckDocument(name, text);
        documents[DocumentHash.IsHash(id) ? id.ToLowerInvariant() : id] = text;
    }

    private void CheckDocument(string name, string text)
    {
        try
        {
            foreach (var error in DocumentValidator.Validate(schema, Parser.Parse(text, options.Parser), options.Validation)) AddFault(name, error);
        }
        catch (RequestErrorException unreadable)
        {
            foreach (var error in unreadable.Errors) AddFault(name, error);
        }
    }

    private void AddFault(string name, GraphQLError error) =>
        faults.Add(error.Locations is [var place, ..] ? $"{name}, line {place.Line}, column {place.Column}: {error.Message}" : $"{name}: {error.Message}");

    [GeneratedRegex("^[0-9A-Za-z_-]{1,128}$")]
    private static partial Regex Id();
}

/// <summary>The trusted documents cannot all be run, so the program must not start with them.</summary>
public sealed class TrustedDocumentsException(IReadOnlyList<string> faults)
    : Exception("The trusted documents (GraphQL:Persisted:Directory) are faulty:" + string.Concat(faults.Select(f => Environment.NewLine + "- " + f)))
{
    /// <summary>All faults found, with their files and places.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
