using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Renders XML documentation as the Markdown of a schema's descriptions.</summary>
/// <remarks>The summary comes first; what <c>value</c> says (unit, range, null) follows on the next line of the same paragraph; what
/// <c>returns</c> says stands under a heading, and <c>remarks</c> are paragraphs of their own.</remarks>
internal sealed partial class DocumentationText
{
    private readonly List<string> blocks = [];
    private readonly StringBuilder current = new();

    /// <summary>The description of a type or member; null when the entry says nothing.</summary>
    public static string? OfEntry(XElement entry)
    {
        var meaning = Join("\n", Section(entry, "summary"), Section(entry, "value"));
        var returns = Section(entry, "returns") is { } text ? "**Returns:**\n" + text : null;
        return Join("\n\n", meaning, returns, Section(entry, "remarks"));
    }

    /// <summary>The text of one element; null when it is empty.</summary>
    public static string? Of(XElement element)
    {
        var text = new DocumentationText();
        text.AddContent(element);
        text.EndBlock();
        return Join("\n\n", [.. text.blocks]);
    }

    private static string? Section(XElement entry, string name) => entry.Element(name) is { } element ? Of(element) : null;

    private static string? Join(string separator, params string?[] parts)
    {
        var text = string.Join(separator, parts.Where(p => !string.IsNullOrEmpty(p)));
        return text.Length == 0 ? null : text;
    }

    private void AddContent(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) current.Append(OneLine(words.Value));
            else if (node is XElement child) AddElement(child);
        }
    }

    private void AddElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "c": current.Append($"`{OneLine(element.Value).Trim()}`"); break;
            case "paramref" or "typeparamref": current.Append($"`{(string?)element.Attribute("name")}`"); break;
            case "see" or "seealso": current.Append(Reference(element)); break;
            case "br": current.Append('\n'); break;
            case "item": current.Append("\n- "); AddContent(element); break;
            case "para" or "list": EndBlock(); AddContent(element); EndBlock(); break;
            case "code": EndBlock(); blocks.Add(Code(element.Value)); break;
            default: AddContent(element); break;
        }
    }

    private void EndBlock()
    {
        var lines = current.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        blocks.Add(string.Join('\n', lines));
        current.Clear();
    }

    // The indentation that the comment has in its file says nothing.
    private static string Code(string value) => $"```\n{BlockString.Read("\n" + value, 0, value.Length + 1)}\n```";

    private static string OneLine(string text) => WhiteSpace().Replace(text, " ");

    private static string Reference(XElement element)
    {
        var text = OneLine(element.Value);
        if ((string?)element.Attribute("href") is { } address) return $"[{(text.Length > 0 ? text : address)}]({address})";
        if ((string?)element.Attribute("langword") is { } word) return $"`{word}`";
        return text.Length > 0 ? text : $"`{SchemaName((string?)element.Attribute("cref") ?? "")}`";
    }

    // A reader of the schema knows fields and enum values by the names they have there.
    private static string SchemaName(string id)
    {
        var path = id.Split('(')[0];
        var name = path[(path.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
        return (path.Length > 0 ? path[0] : ' ') switch
        {
            'P' => Naming.CamelCase(name),
            'M' => Naming.MethodName(name),
            'F' => Naming.UpperSnakeCase(name),
            _ => name,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
