using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types;

/// <summary>A schema breaks the rules of the type system.</summary>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors)
    : Exception("The schema is invalid:" + string.Concat(errors.Select(e => "\n- " + e.Message)))
{
    /// <summary>All errors found.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
