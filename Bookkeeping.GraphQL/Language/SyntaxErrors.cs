using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>The refusals of a text that is not GraphQL, or larger than allowed.</summary>
internal static class SyntaxErrors
{
    /// <summary>A syntax error in one place.</summary>
    public static RequestErrorException At(Location location, string message) =>
        new(new GraphQLError(message) { Code = ErrorCodes.Syntax, Locations = [location] });

    /// <summary>A text longer than <see cref="ParserOptions.MaxLength"/>; it was not read, so the error has no place in it.</summary>
    public static RequestErrorException TooLong(int length, int limit) =>
        new(new GraphQLError($"The document has {length} characters; at most {limit} are accepted.") { Code = ErrorCodes.Syntax });

    /// <summary>More of something than its limit; the place is that of the first one too many.</summary>
    public static RequestErrorException TooMany(Location location, string what, int limit) =>
        At(location, $"Too many {what}: at most {limit} are accepted.");
}
