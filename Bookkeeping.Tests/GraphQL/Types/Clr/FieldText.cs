using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>Shows members as SDL does, so that tests compare one line.</summary>
internal static class FieldText
{
    public static string[] Fields(this Schema schema, string type) => schema.FindType(type) switch
    {
        FieldsType fields => [.. fields.Fields.Select(Of)],
        InputObjectType input => [.. input.Fields.Select(Of)],
        EnumType names => [.. names.Values.Select(v => v.Name)],
        UnionType union => [.. union.Types.Select(t => t.Name)],
        _ => throw new ArgumentException($"There is no {type} with members."),
    };

    public static Field Field(this Schema schema, string type, string name) => ((FieldsType)schema.FindType(type)!).Fields[name];

    private static string Of(Field field)
    {
        var arguments = field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments.Select(Of))})";
        return $"{field.Name}{arguments}: {field.Type}";
    }

    private static string Of(InputValue value) =>
        $"{value.Name}: {value.Type}{(value.DefaultValue is null ? "" : " = " + Printer.Print(value.DefaultValue))}";
}
