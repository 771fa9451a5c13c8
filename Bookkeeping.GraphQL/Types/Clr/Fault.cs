using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Words start-up errors.</summary>
internal static class Fault
{
    /// <summary>One error.</summary>
    public static SchemaException Of(string message) => new([new GraphQLError(message)]);

    /// <summary>The same errors, said of a member.</summary>
    public static IEnumerable<GraphQLError> In(string member, SchemaException exception) =>
        exception.Errors.Select(error => error with { Message = $"{member}: {error.Message}" });
}
