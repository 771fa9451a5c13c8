using System.Globalization;
using System.Text;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Writes strings between simple quotes.</summary>
/// <remarks>Source: GraphQL, September 2025, "String Value".</remarks>
internal static class QuotedString
{
    /// <summary>
    /// Writes a value with the escapes it needs. Half a surrogate pair, which no literal can express, becomes the replacement character.
    /// </summary>
    public static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
            {
                text.Append(value[i]).Append(value[++i]);
            }
            else
            {
                Append(text, value[i]);
            }
        }

        text.Append('"');
    }

    private static void Append(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\b': text.Append("\\b"); break;
            case '\f': text.Append("\\f"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            default:
                if (char.IsControl(c)) text.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                else text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                break;
        }
    }
}
