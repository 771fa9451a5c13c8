using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary><c>name</c> and <c>description</c> of every member.</summary>
internal static class NameFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo<T>(FieldMaker<T> fields)
        where T : Member
    {
        fields.Add("name", new NonNullType(BuiltInScalars.String), "The name.", member => member.Name);
        fields.Add("description", BuiltInScalars.String, "What it means.", member => member.Description);
    }
}

/// <summary><c>isDeprecated</c> and <c>deprecationReason</c> of the members that can go.</summary>
internal static class DeprecationFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo<T>(FieldMaker<T> fields)
        where T : Member
    {
        fields.Add(
            "isDeprecated", new NonNullType(BuiltInScalars.Boolean), "Whether it should no longer be used.", member => member.DeprecationReason is not null);
        fields.Add("deprecationReason", BuiltInScalars.String, "Why, and what to use instead; null when it is not deprecated.", member => member.DeprecationReason);
    }
}
