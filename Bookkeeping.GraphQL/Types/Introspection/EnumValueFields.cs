namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__EnumValue</c>.</summary>
internal static class EnumValueFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<EnumValue>(type);
        NameFields.AddTo(fields);
        DeprecationFields.AddTo(fields);
    }
}
