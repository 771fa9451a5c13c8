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
