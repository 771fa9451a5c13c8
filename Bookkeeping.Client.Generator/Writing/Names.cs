using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>Turns names of GraphQL into names of C#.</summary>
internal static class Names
{
    // Members that every record has, and those that the generator adds.
    private static readonly string[] Taken = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "EqualityContract", "PrintMembers", "Finalize", "Read", "Write"];

    /// <summary>A type or property: <c>runNumber</c> and <c>run_number</c> become <c>RunNumber</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var letter in name)
        {
            if (letter == '_') startsWord = true;
            else
            {
                text.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
                startsWord = false;
            }
        }

        return text.Length > 0 && text[0] is < '0' or > '9' ? text.ToString() : "_" + text;
    }

    /// <summary>An enum value: <c>PB82_PB82</c> becomes <c>Pb82Pb82</c>.</summary>
    public static string EnumValue(string name) => name.Any(char.IsLower) ? Pascal(name) : Pascal(name.ToLowerInvariant());

    /// <summary>A parameter or local: <c>RunNumber</c> becomes <c>runNumber</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return Escape(char.ToLowerInvariant(pascal[0]) + pascal.Substring(1));
    }

    /// <summary>A name that C# has another use for is written with <c>@</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Names of members of one type, each given once.</summary>
    internal sealed class Unique(IEnumerable<string> others)
    {
        private readonly HashSet<string> taken = [.. Taken, .. others];

        /// <summary>The name, with underscores behind it until nobody has it.</summary>
        public string Take(string name)
        {
            while (!taken.Add(name)) name += "_";
            return name;
        }
    }
}
