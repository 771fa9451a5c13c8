using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>A property of an input: a field of an input object, or a variable.</summary>
/// <param name="Name">The name in GraphQL.</param>
/// <param name="Property">The C# name.</param>
/// <param name="Type">The type.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Description">What it means; null when nothing was said.</param>
/// <param name="DeprecationReason">Why it is deprecated; null when it is not.</param>
internal sealed record InputProperty(string Name, string Property, GraphType Type, bool IsRequired, string? Description, string? DeprecationReason);

/// <summary>Writes input objects and variables: records that remember which of their properties were given, so that null and nothing differ.</summary>
/// <param name="code">Takes the text.</param>
/// <param name="types">Knows the C# types.</param>
/// <param name="access"><c>public</c> or <c>internal</c>.</param>
internal sealed class InputWriter(CodeWriter code, CSharpTypes types, string access)
{
    /// <summary>Writes an input object.</summary>
    public void Write(InputObjectType type)
    {
        var name = Names.Escape(type.Name);
        var properties = new Names.Unique([type.Name]);
        List<InputProperty> fields = [.. type.Fields.Select(field => new InputProperty(
            field.Name, properties.Take(Names.Pascal(field.Name)), field.Type, field.IsRequired, field.Description, field.DeprecationReason))];
        code.Line();
        code.Summary(type.Description);
        code.Open($"{access} sealed partial record {name}");
        Properties(fields);
        code.Open($"internal static void Write(Utf8JsonWriter writer, {name} value)");
        if (type.IsOneOf)
        {
            var given = string.Join(" + ", fields.Select(field => $"(value.{field.Property} is null ? 0 : 1)"));
            code.Line($"if ({given} != 1) throw new InvalidOperationException(\"{type.Name} takes exactly one of {string.Join(", ", fields.Select(field => field.Property))}.\");");
        }

        Members(fields, "value.");
        code.Close();
        code.Close();
    }

    /// <summary>Writes the variables of an operation.</summary>
    public void WriteVariables(string name, string operation, IReadOnlyList<InputProperty> variables)
    {
        code.Line();
        code.Summary($"The variables of {operation}. What is not set is not sent, and the server takes its default; null is sent as null.");
        code.Open($"{access} sealed partial record {name} : IVariables");
        Properties(variables);
        code.Open("void IVariables.Write(Utf8JsonWriter writer)");
        Members(variables, "");
        code.Close();
        code.Close();
    }

    private void Properties(IReadOnlyList<InputProperty> properties)
    {
        foreach (var property in properties)
        {
            code.Summary(property.Description);
            code.Obsolete(property.DeprecationReason);
            var type = types.Of(property.Type, null, !property.Type.IsNonNull);
            if (property.IsRequired) code.Line($"public required {type} {property.Property} {{ get; init; }}");
            else
            {
                var initial = property.Type.IsNonNull && !types.IsValueType(property.Type) ? " = null!;" : "";
                code.Line($"public {type} {property.Property} {{ get; init {{ field = value; {Flag(property)} = true; }} }}{initial}");
                code.Line();
                code.Line($"internal bool {Flag(property)} {{ get; private init; }}");
            }

            code.Line();
        }
    }

    private void Members(IReadOnlyList<InputProperty> properties, string owner)
    {
        code.Line("writer.WriteStartObject();");
        foreach (var property in properties)
        {
            var value = owner + property.Property;
            var write = property.Type.IsNonNull
                ? types.Write(property.Type, "writer", value) + ";"
                : $"if ({value} is {{ }} {Local(property)}) {types.Write(property.Type, "writer", Local(property))}; else writer.WriteNullValue();";
            if (property.IsRequired)
            {
                code.Line($"writer.WritePropertyName({CodeWriter.Literal(property.Name)});");
                code.Line(write);
                continue;
            }

            code.Open($"if ({owner}{Flag(property)})");
            code.Line($"writer.WritePropertyName({CodeWriter.Literal(property.Name)});");
            code.Line(write);
            code.Close();
        }

        code.Line("writer.WriteEndObject();");
    }

    private static string Flag(InputProperty property) => $"Is{property.Property}Set";

    private static string Local(InputProperty property) => $"given{property.Property}";
}
