namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Every type consists of something: fields, values or members.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Objects", "Interfaces", "Unions", "Enums" and "Input Objects".</remarks>
internal static class NonEmptyTypes
{
    /// <summary>Reports every empty type.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types)
        {
            var missing = type switch
            {
                FieldsType { Fields.Count: 0 } or InputObjectType { Fields.Count: 0 } => "field",
                EnumType { Values.Count: 0 } => "value",
                UnionType { Types.Count: 0 } union when !SyntaxPlaces.MembersOf(union).Any() => "member type",
                _ => null,
            };
            if (missing is not null) context.Report($"`{type.Name}` needs at least one {missing}.", type.SyntaxNodes);
        }
    }
}
