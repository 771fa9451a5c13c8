namespace Bookkeeping.GraphQL.Http;

/// <summary>Names that stand in an address.</summary>
/// <remarks>Source: GraphQL, September 2025, "Names".</remarks>
internal static class GraphQLName
{
    /// <summary>Whether a text is a name.</summary>
    public static bool Is(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
