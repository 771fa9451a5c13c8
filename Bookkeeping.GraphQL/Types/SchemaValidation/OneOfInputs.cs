namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>The fields of a oneOf input are nullable and have no default: exactly one of them is given.</summary>
/// <remarks>Source: GraphQL, September 2025, "OneOf Input Objects".</remarks>
internal static class OneOfInputs
{
    /// <summary>Reports every field that breaks the rules.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<InputObjectType>().Where(type => type.IsOneOf))
        {
            foreach (var field in type.Fields)
            {
                if (field.Type.IsNonNull)
                    context.Report($"`{type}.{field.Name}` must be nullable: `{type}` takes one of its fields.", SyntaxPlaces.TypeOf(field));
                if (field.DefaultValue is not null)
                    context.Report($"`{type}.{field.Name}` cannot have a default: `{type}` takes one of its fields.", field.SyntaxNode);
            }
        }
    }
}
