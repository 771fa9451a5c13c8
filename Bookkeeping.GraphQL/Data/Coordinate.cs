using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data;

/// <summary>How errors name a field.</summary>
internal static class Coordinate
{
    /// <summary>The field that is resolved, as in <c>Query.runs</c>.</summary>
    public static string Of(IFieldContext context) => $"{context.Selection.DeclaringType.Name}.{context.Selection.Field.Name}";
}
