using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Renders XML documentation as the Markdown of a schema's descriptions.</summary>
/// <remarks>The summary comes first; what <c>value</c> says (unit, range, null) follows on the next line of the same paragraph; what
/// <c>returns</c> says stands under a heading, and <c>remarks</c> are paragraphs of their own.</remarks>
internal static partial class DocumentationText
{
    /// <summary>The description of a type or member; null when the entry says nothing.</summary>
    public static string? Of(XElement entry)
    {
        var meaning = Join("\n", Section(entry, "summary"), Section(entry, "value"));
        var returns = Section(entry, "returns") is { } text ? "**Returns:**\n" + text : null;
        return Join("\n\n", meaning, returns, Section(entry, "remarks"));
    }

    /// <summary>The text of one element; null when it is empty.</summary>
    public static string? OfContent(XElement element)
    {
        var text = new StringBuilder();
        AppendContent(text, element);
        var paragraphs = text.ToString().Split("\n\n").Select(p => p.Contains("```", StringComparison.Ordinal) ? p.Trim('\n') : Lines(p));
        return Join("\n\n", [.. paragraphs]);
    }

    private static string? Section(XElement entry, string name) => entry.Element(name) is { } element ? OfContent(element) : null;

    private static string? Join(string separator, params string?[] parts)
    {
        var text = string.Join(separator, parts.Where(p => !string.IsNullOrEmpty(p)));
        return text.Length == 0 ? null : text;
    }

    private static string Lines(string paragraph) => string.Join('\n', paragraph.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static void AppendContent(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(WhiteSpace().Replace(words.Value, " "));
            else if (node is XElement child) AppendElement(text, child);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "c": text.Append('`').Append(WhiteSpace().Replace(element.Value, " ").Trim()).Append('`'); break;
            case "code": text.Append("\n\n```\n").Append(element.Value.Trim('\n', '\r')).Append("\n```\n\n"); break;
            case "para": Between(text, "\n\n", element); break;
            case "item": Between(text, "\n- ", element); break;
            case "list": Between(text, "\n\n", element); break;
            case "br": text.Append('\n'); break;
            case "see" or "seealso": AppendReference(text, element); break;
            case "paramref" or "typeparamref": text.Append('`').Append((string?)element.Attribute("name")).Append('`'); break;
            default: AppendContent(text, element); break;
        }
    }

    private static void Between(StringBuilder text, string separator, XElement element)
    {
        text.Append(separator);
        AppendContent(text, element);
        if (separator == "\n\n") text.Append(separator);
    }

    private static void AppendReference(StringBuilder text, XElement element)
    {
        if ((string?)element.Attribute("href") is { } address) text.Append('[').Append(element.Value.Length > 0 ? element.Value : address).Append("](").Append(address).Append(')');
        else if ((string?)element.Attribute("langword") is { } word) text.Append('`').Append(word).Append('`');
        else if (element.Value.Length > 0) text.Append(element.Value);
        else text.Append('`').Append(SchemaName((string?)element.Attribute("cref") ?? "")).Append('`');
    }

    // A reader of the schema knows fields and enum values by their names there.
    private static string SchemaName(string id)
    {
        var path = id.Split('(')[0];
        var name = path[(path.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
        return path.Length > 1 ? path[0] switch { 'P' or 'M' => Naming.CamelCase(name), 'F' => Naming.UpperSnakeCase(name), _ => name } : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
