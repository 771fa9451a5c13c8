namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Fields give what can be given out, arguments and input fields take what can be taken in.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input and Output Types".</remarks>
internal static class MemberTypes
{
    /// <summary>Reports every member of the wrong kind of type.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var place in context.Fields.Where(place => !place.Field.Type.IsOutput))
        {
            context.Report(
                $"`{place.Coordinate}` cannot be of type `{place.Field.Type}`: input objects are only taken in.", SyntaxPlaces.TypeOf(place.Field));
        }

        foreach (var place in context.Inputs.Where(place => !place.Value.Type.IsInput))
        {
            context.Report(
                $"`{place.Coordinate}` cannot be of type `{place.Value.Type}`: only scalars, enums and input objects can be taken in.",
                SyntaxPlaces.TypeOf(place.Value));
        }
    }
}
