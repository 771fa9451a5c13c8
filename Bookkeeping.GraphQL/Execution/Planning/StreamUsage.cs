using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>The <c>@stream</c> of a planned list field: the first items are answered with the field, the others later.</summary>
/// <param name="label">Its label; null when it has none.</param>
/// <param name="initialCount">How many items are answered with the field; null for none.</param>
/// <param name="items">The field alone and not streamed, for the items answered later.</param>
internal sealed class StreamUsage(string? label, ValueNode? initialCount, SelectionSet items)
{
    /// <summary>Its label; null when it has none.</summary>
    public string? Label { get; } = label;

    /// <summary>The field alone and not streamed.</summary>
    public SelectionSet Items { get; } = items;

    /// <summary>How many items are answered with the field.</summary>
    /// <exception cref="FieldErrorException">The count is negative.</exception>
    public int InitialCount(VariableValues variables)
    {
        if (initialCount is null) return 0;
        try
        {
            var count = LiteralInput.Coerce(initialCount, IncrementalDirectives.InitialCount, variables) as int? ?? 0;
            return count >= 0 ? count : throw Refuse($"`initialCount` is {count}; it must be 0 or more.");
        }
        catch (InvalidInputException e)
        {
            throw Refuse($"`initialCount`: {e.Message}");
        }
    }

    private FieldErrorException Refuse(string message) =>
        new(new GraphQLError(message) { Code = ErrorCodes.InvalidValue, Locations = [initialCount!.Span.Location] });
}
