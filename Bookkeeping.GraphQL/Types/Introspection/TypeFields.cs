using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__Type</c>.</summary>
internal static class TypeFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<GraphType>(type);
        AddLeafFields(fields);
        AddMemberFields(fields);
        fields.Add("ofType", IntrospectionTypes.Type, "The type wrapped; null unless the kind is LIST or NON_NULL.", WrappedBy);
        fields.Add("isOneOf", BuiltInScalars.Boolean, "Whether exactly one field must be given; null unless the kind is INPUT_OBJECT.", IsOneOf);
    }

    private static void AddLeafFields(FieldMaker<GraphType> fields)
    {
        fields.Add("kind", new NonNullType(IntrospectionTypes.TypeKind), "The kind of type.", KindOf);
        fields.Add("name", BuiltInScalars.String, "The name; null for a list or non-null type.", type => (type as NamedType)?.Name);
        fields.Add("description", BuiltInScalars.String, "What the type means.", type => (type as NamedType)?.Description);
        fields.Add(
            "specifiedByURL", BuiltInScalars.String, "Where the scalar is specified; null when nowhere.",
            type => (type as ScalarType)?.SpecifiedBy);
    }

    private static void AddMemberFields(FieldMaker<GraphType> fields)
    {
        fields.AddMembers(
            "fields", FieldMaker<GraphType>.SomeOf(IntrospectionTypes.Field), "The fields; null unless the kind is OBJECT or INTERFACE.",
            type => (type as FieldsType)?.Fields);
        fields.Add(
            "interfaces", FieldMaker<GraphType>.SomeOf(IntrospectionTypes.Type),
            "The interfaces implemented; null unless the kind is OBJECT or INTERFACE.",
            type => (type as FieldsType)?.Interfaces);
        fields.AddOfSchema(
            "possibleTypes", FieldMaker<GraphType>.SomeOf(IntrospectionTypes.Type),
            "The object types of its values; null unless the kind is INTERFACE or UNION.",
            (type, schema) => type is InterfaceType or UnionType ? schema.PossibleTypes(type.Named) : null);
        fields.AddMembers(
            "enumValues", FieldMaker<GraphType>.SomeOf(IntrospectionTypes.EnumValue), "The values; null unless the kind is ENUM.",
            type => (type as EnumType)?.Values);
        fields.AddMembers(
            "inputFields", FieldMaker<GraphType>.SomeOf(IntrospectionTypes.InputValue), "The fields; null unless the kind is INPUT_OBJECT.",
            type => (type as InputObjectType)?.Fields);
    }

    private static string KindOf(GraphType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static GraphType? WrappedBy(GraphType type) => type switch
    {
        ListType list => list.OfType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };

    private static object? IsOneOf(GraphType type) => type is InputObjectType input ? input.IsOneOf : null;
}
