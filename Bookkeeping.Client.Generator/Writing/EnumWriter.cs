using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>Writes enums: structs around the name, so that a value that a newer server adds is kept, compared and sent back.</summary>
internal static class EnumWriter
{
    /// <summary>Writes an enum.</summary>
    public static void Write(CodeWriter code, EnumType type, string access)
    {
        var name = Names.Escape(type.Name);
        var properties = new Names.Unique([type.Name, "Value", "IsKnown", "Values"]);
        var values = type.Values.Select(value => (Value: value, Property: properties.Take(Names.EnumValue(value.Name)))).ToList();
        code.Line();
        code.Summary(type.Description);
        code.Element("param name=\"Value\"", "The name in GraphQL; also one that was not known when this was generated.");
        code.Open($"{access} readonly partial record struct {name}(string Value)");
        foreach (var (value, property) in values)
        {
            code.Summary(value.Description);
            code.Obsolete(value.DeprecationReason);
            code.Line($"public static {name} {property} {{ get; }} = new({CodeWriter.Literal(value.Name)});");
            code.Line();
        }

        code.Summary("The values known when this was generated, in the schema's order.");
        code.Line($"public static IReadOnlyList<{name}> Values {{ get; }} = [{string.Join(", ", values.Select(value => value.Property))}];");
        code.Line();
        code.Summary("Whether the value was known when this was generated.");
        code.Line($"public bool IsKnown => Value is {string.Join(" or ", values.Select(value => CodeWriter.Literal(value.Value.Name)))};");
        code.Line();
        code.Summary("The name in GraphQL.");
        code.Line("public override string ToString() => Value;");
        code.Line();
        code.Line($"internal static {name} Read(JsonElement json) => new(ScalarReader.String(json));");
        code.Line();
        code.Line($"internal static void Write(Utf8JsonWriter writer, {name} value) => ScalarWriter.String(writer, value.Value);");
        code.Close();
    }
}
