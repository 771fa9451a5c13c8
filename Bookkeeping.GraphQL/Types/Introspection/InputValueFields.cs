using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__InputValue</c>.</summary>
internal static class InputValueFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<InputValue>(type);
        NameFields.AddTo(fields);
        fields.Add("type", new NonNullType(IntrospectionTypes.Type), "What may be given.", value => value.Type);
        fields.Add(
            "defaultValue", BuiltInScalars.String, "The default as a literal; null when there is none.",
            value => value.DefaultValue is { } literal ? Printer.Print(literal) : null);
        DeprecationFields.AddTo(fields);
    }
}
