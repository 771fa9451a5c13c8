namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Fields, arguments and enum values have names of their own.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Objects", "Interfaces", "Enums" and "Input Objects".</remarks>
internal static class UniqueMembers
{
    /// <summary>Reports every member whose name was taken.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types)
        {
            switch (type)
            {
                case FieldsType fields: Check(context, type.Name, fields.Fields); break;
                case InputObjectType input: Check(context, type.Name, input.Fields); break;
                case EnumType values: Check(context, type.Name, values.Values); break;
            }
        }

        foreach (var place in context.Fields) Check(context, place.Coordinate, place.Field.Arguments);
        foreach (var directive in context.Directives) Check(context, "@" + directive.Name, directive.Arguments);
    }

    private static void Check<T>(SchemaContext context, string owner, MemberList<T> members)
        where T : Member
    {
        foreach (var duplicate in members.Duplicates)
            context.Report($"`{owner}` has more than one `{duplicate.Name}`.", members[duplicate.Name].SyntaxNode, duplicate.SyntaxNode);
    }
}
