namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__Field</c>.</summary>
internal static class FieldFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<Field>(type);
        NameFields.AddTo(fields);
        fields.AddMembers("args", FieldMaker<Field>.AllOf(IntrospectionTypes.InputValue), "The arguments.", field => field.Arguments);
        fields.Add("type", new NonNullType(IntrospectionTypes.Type), "What the field gives.", field => field.Type);
        DeprecationFields.AddTo(fields);
    }
}
