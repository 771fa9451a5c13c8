using System.Globalization;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Values for arguments and variables, nearly all of their type: the same value as a literal and as JSON.</summary>
internal sealed class RandomInput(Random random)
{
    /// <summary>A value of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="variable">Puts a variable in the literal's place: its text, or null for none.</param>
    public (string Literal, JsonNode? Json) Make(GraphType type, Func<GraphType, string?>? variable = null, int depth = 0)
    {
        if (variable?.Invoke(type) is { } name) return (name, null);
        if (random.Next(300) == 0) return ("[{x: 0.5}]", JsonNode.Parse("""[{"x": 0.5}]"""));
        if (type.IsNonNull) return Make(type.Nullable, null, depth);
        if (random.Next(depth > 3 ? 2 : 12) == 0 && !(depth == 0 && variable is null)) return ("null", null);
        return type switch
        {
            ListType list => List(list, variable, depth),
            InputObjectType input => Object(input, variable, depth),
            EnumType e => Enum(e.Values[random.Next(e.Values.Count)].Name),
            _ => Scalar(type.Named.Name),
        };
    }

    private (string Literal, JsonNode? Json) List(ListType list, Func<GraphType, string?>? variable, int depth)
    {
        // One item may stand for a list of it, where it is not null.
        if (random.Next(5) == 0 && Make(list.OfType, variable, depth + 1) is { Literal: not "null" } single) return single;
        var items = Enumerable.Range(0, random.Next(4)).Select(_ => NotNullIn(list.OfType, variable, depth + 1)).ToArray();
        return ($"[{string.Join(", ", items.Select(i => i.Literal))}]", new JsonArray([.. items.Select(i => i.Json)]));
    }

    private (string Literal, JsonNode? Json) Object(InputObjectType input, Func<GraphType, string?>? variable, int depth)
    {
        var fields = input.IsOneOf
            ? [input.Fields[random.Next(input.Fields.Count)]]
            : input.Fields.Where(f => f.IsRequired || (random.Next(3) > 0 && depth < 4)).ToArray();
        var values = fields.Select(f => (f.Name, Value: input.IsOneOf ? Make(new NonNullType(f.Type.Nullable), null, depth + 1) : NotNullIn(f.Type, variable, depth + 1))).ToArray();
        return ($"{{{string.Join(", ", values.Select(v => $"{v.Name}: {v.Value.Literal}"))}}}",
            new JsonObject(values.Select(v => KeyValuePair.Create(v.Name, v.Value.Json))));
    }

    private (string Literal, JsonNode? Json) NotNullIn(GraphType type, Func<GraphType, string?>? variable, int depth)
    {
        while (true)
        {
            var made = Make(type, variable, type.IsNonNull ? Math.Min(depth, 3) : depth);
            if (made.Literal != "null" || !type.IsNonNull) return made;
        }
    }

    private static (string Literal, JsonNode? Json) Enum(string name) => (name, name);

    private (string Literal, JsonNode? Json) Scalar(string name)
    {
        var number = random.Next(4) == 0 ? int.MinValue : random.Next(-100, 100);
        return name switch
        {
            "Int" => (Text(number), number),
            "Float" when random.Next(2) == 0 => (Text(number), number),
            "Float" => ("-1.25e-3", -1.25e-3),
            "Boolean" => random.Next(2) == 0 ? ("true", true) : ("false", false),
            "ID" when random.Next(2) == 0 => (Text(number), number),
            _ => random.Next(2) == 0 ? ("\"a\\\"\\n\\u00e9\"", "a\"\n\u00e9") : ("\"\"\"block\n  text\"\"\"", "block\ntext"),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
