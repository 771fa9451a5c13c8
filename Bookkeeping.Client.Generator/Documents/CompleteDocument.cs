using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>A document with the fragments of other files that it uses behind it, as one text: so the server's rules see it whole, and every place can be told.</summary>
internal sealed class CompleteDocument
{
    private readonly List<(int FirstLine, FragmentSource Fragment)> foreign = [];

    private CompleteDocument(ParsedDocument own, IReadOnlyList<FragmentSource> needed)
    {
        var text = new StringBuilder(own.File.Text.ToString());
        var line = LinesOf(own.File.Text.ToString());
        foreach (var fragment in needed)
        {
            text.Append('\n').Append(fragment.Text);
            foreign.Add((line + 1, fragment));
            line += LinesOf(fragment.Text);
        }

        Syntax = Parser.Parse(text.ToString(), ParserOptions.Unlimited);
        OwnDefinitions = own.Syntax!.Definitions.Count;
    }

    /// <summary>Everything.</summary>
    public DocumentNode Syntax { get; }

    /// <summary>How many of its definitions are the file's own; they come first.</summary>
    public int OwnDefinitions { get; }

    /// <summary>Completes a document that was parsed without error.</summary>
    public static CompleteDocument Make(ParsedDocument own, IReadOnlyList<FragmentSource> catalog)
    {
        var known = new HashSet<string>(own.Syntax!.Definitions.OfType<FragmentDefinitionNode>().Select(fragment => fragment.Name.Value));
        var needed = new List<FragmentSource>();
        var open = new Stack<DefinitionNode>(own.Syntax.Definitions);
        while (open.TryPop(out var definition))
        {
            foreach (var name in Spreads.In(definition))
            {
                if (!known.Add(name) || catalog.FirstOrDefault(fragment => fragment.Name == name) is not { } source) continue;
                needed.Add(source);
                open.Push(Parser.Parse(source.Text, ParserOptions.Unlimited).Definitions[0]);
            }
        }

        return new(own, needed);
    }

    /// <summary>The file and place of a place in the whole.</summary>
    public (string? ForeignPath, Location Place) Locate(Location place)
    {
        foreach (var (firstLine, fragment) in Enumerable.Reverse(foreign))
        {
            if (place.Line < firstLine) continue;
            var line = place.Line - firstLine;
            return (fragment.Path, new(fragment.Place.Line + line, line == 0 ? place.Column + fragment.Place.Column - 1 : place.Column));
        }

        return (null, place);
    }

    private static int LinesOf(string text)
    {
        var lines = 1;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))) lines++;
        return lines;
    }
}
