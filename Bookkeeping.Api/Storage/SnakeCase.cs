using System.Text;

namespace Bookkeeping.Api.Storage;

/// <summary>Names as the databases have them.</summary>
internal static class SnakeCase
{
    /// <summary><c>TimeO2Start</c> as <c>time_o2_start</c>.</summary>
    public static string Of(string pascalCase)
    {
        var name = new StringBuilder();
        for (var i = 0; i < pascalCase.Length; i++)
        {
            if (i > 0 && StartsWord(pascalCase, i)) name.Append('_');
            name.Append(char.ToLowerInvariant(pascalCase[i]));
        }

        return name.ToString();
    }

    private static bool StartsWord(string text, int at) =>
        char.IsUpper(text[at]) && (!char.IsUpper(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1])));
}
