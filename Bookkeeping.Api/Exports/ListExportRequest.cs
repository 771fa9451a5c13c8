using System.Text.Json;

namespace Bookkeeping.Api.Exports;

/// <summary>What is to be exported, and how.</summary>
internal sealed record ListExportRequest
{
    /// <summary>The columns; null for those that the list is usually shown with.</summary>
    public IReadOnlyList<string>? Columns { get; private init; }

    /// <summary>The list's <c>where</c>; null for all rows.</summary>
    public JsonElement? Where { get; private init; }

    /// <summary>The list's <c>order</c>; null for its own.</summary>
    public JsonElement? Order { get; private init; }

    /// <summary>How rows are written.</summary>
    public ListExportFormat Format { get; private init; }

    /// <summary>How texts are written.</summary>
    public CsvStyle Csv { get; private init; } = new(',', HasMark: false, KeepsFormulas: false);

    /// <summary>Reads a request.</summary>
    /// <exception cref="FormatException">A parameter is wrong; the message says what would be right.</exception>
    public static ListExportRequest Read(IQueryCollection query, int maxColumns)
    {
        string[] known = ["columns", "where", "order", "format", "separator", "bom", "formulas"];
        if (query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new FormatException($"There is no parameter `{unknown}`; there are {string.Join(", ", known)}.");
        var columns = query["columns"].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        if (columns.Count > maxColumns) throw new FormatException($"There are {columns.Count} columns; at most {maxColumns} are possible.");
        return new()
        {
            Columns = columns.Count == 0 ? null : columns,
            Where = Json(query, "where"),
            Order = Json(query, "order"),
            Format = OneOf(query, "format", ("csv", ListExportFormat.Csv), ("json", ListExportFormat.Json), ("jsonl", ListExportFormat.JsonLines)),
            Csv = new(
                OneOf(query, "separator", ("comma", ','), ("semicolon", ';'), ("tab", '\t'), (",", ','), (";", ';'), ("\t", '\t')),
                OneOf(query, "bom", ("false", false), ("true", true)),
                OneOf(query, "formulas", ("guard", false), ("keep", true))),
        };
    }

    private static JsonElement? Json(IQueryCollection query, string name)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException error)
        {
            throw new FormatException($"`{name}` is no JSON: {error.Message}", error);
        }
    }

    // The first choice is the usual one.
    private static T OneOf<T>(IQueryCollection query, string name, params (string Name, T Value)[] choices)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return choices[0].Value;
        var chosen = choices.Where(choice => choice.Name == text).ToList();
        return chosen.Count > 0 ? chosen[0].Value : throw new FormatException($"`{name}` is \"{text}\"; it can be {string.Join(", ", choices.Select(choice => choice.Name).Where(choice => choice.Length > 1))}.");
    }
}

/// <summary>How rows are written.</summary>
internal enum ListExportFormat
{
    /// <summary>Separated values with a head.</summary>
    Csv,

    /// <summary>One list of objects.</summary>
    Json,

    /// <summary>An object a line.</summary>
    JsonLines,
}

/// <summary>How separated values are written.</summary>
/// <param name="Separator">Between values.</param>
/// <param name="HasMark">Whether the file begins with the byte order mark by which spreadsheets know UTF-8.</param>
/// <param name="KeepsFormulas">Whether texts that a spreadsheet would take for formulas are written as they are.</param>
internal sealed record CsvStyle(char Separator, bool HasMark, bool KeepsFormulas);
