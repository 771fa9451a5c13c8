using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary><c>isDeprecated</c> and <c>deprecationReason</c> of the members that can go.</summary>
internal static class DeprecationFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo<T>(FieldMaker<T> fields)
        where T : Member
    {
        fields.Add(
            "isDeprecated", new NonNullType(BuiltInScalars.Boolean), "Whether it should no longer be used.",
            member => member.DeprecationReason is not null);
        fields.Add(
            "deprecationReason", BuiltInScalars.String, "Why, and what to use instead; null when it is not deprecated.",
            member => member.DeprecationReason);
    }
}
