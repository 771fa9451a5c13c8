namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>The members of a union are object types, each once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Unions".</remarks>
internal static class UnionMembers
{
    /// <summary>Reports every member that cannot be one.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var union in context.Types.OfType<UnionType>())
        {
            foreach (var member in union.Types.GroupBy(member => member).Where(group => group.Count() > 1).Select(group => group.Key))
            {
                context.Report(
                    $"`{union}` has the member `{member}` more than once.",
                    SyntaxPlaces.MembersOf(union).Where(node => node.Name.Value == member.Name));
            }

            foreach (var node in SyntaxPlaces.MembersOf(union).Where(node => context.Schema.FindType(node.Name.Value) is not ObjectType))
                context.Report($"`{union}` cannot have the member `{node.Name.Value}`: it is no object type.", node);
        }
    }
}
