using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__Directive</c>.</summary>
internal static class DirectiveFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<DirectiveType>(type);
        NameFields.AddTo(fields);
        fields.Add(
            "isRepeatable", new NonNullType(BuiltInScalars.Boolean), "Whether it may stand more than once in one place.",
            directive => directive.IsRepeatable);
        fields.Add(
            "locations", FieldMaker<DirectiveType>.AllOf(IntrospectionTypes.DirectiveLocation), "The places where it may stand.",
            directive => directive.Locations);
        fields.AddMembers("args", FieldMaker<DirectiveType>.AllOf(IntrospectionTypes.InputValue), "The arguments.", directive => directive.Arguments);
    }
}
