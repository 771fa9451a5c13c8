namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>What must be given cannot be deprecated: nobody could stop using it.</summary>
/// <remarks>Source: GraphQL, September 2025, "@deprecated".</remarks>
internal static class Deprecations
{
    /// <summary>Reports every required argument and input field that is deprecated.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var place in context.Inputs.Where(place => place.Value.IsRequired && place.Value.DeprecationReason is not null))
        {
            context.Report(
                $"`{place.Coordinate}` cannot be deprecated while it is required: make it nullable, or give it a default, first.",
                SyntaxPlaces.DeprecationOf(place.Value), SyntaxPlaces.TypeOf(place.Value));
        }
    }
}
