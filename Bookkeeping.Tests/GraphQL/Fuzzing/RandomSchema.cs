using System.Text;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>A valid schema as SDL: objects, interfaces that implement interfaces, unions, enums, nested and @oneOf inputs with defaults, odd descriptions.</summary>
internal sealed class RandomSchema
{
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID", "Blob"];

    private readonly Random random;
    private readonly StringBuilder sdl = new();
    private readonly List<string> enums = [];
    private readonly List<string> inputs = [];
    private readonly List<(string Name, List<string> Parents, List<Member> Fields)> interfaces = [];
    private readonly List<string> composites;

    private RandomSchema(Random random)
    {
        this.random = random;
        composites = [.. Names("O", random.Next(1, 5)), .. Names("I", random.Next(3)), .. Names("U", random.Next(3))];
    }

    /// <summary>Makes one.</summary>
    public static string Make(Random random)
    {
        var schema = new RandomSchema(random);
        schema.sdl.Append("scalar Blob ");
        schema.AddEnums();
        schema.AddInputs();
        schema.AddInterfaces();
        schema.AddObjects();
        schema.AddUnions();
        return schema.sdl.ToString();
    }

    private void AddEnums()
    {
        foreach (var name in Names("E", random.Next(3)))
        {
            enums.Add(name);
            sdl.Append($"{Description()}enum {name} {{ {string.Join(' ', Names($"{name}_V", random.Next(1, 5)).Select(v => v + Deprecation()))} }} ");
        }
    }

    private void AddInputs()
    {
        foreach (var name in Names("N", random.Next(4)))
        {
            var isOneOf = random.Next(4) == 0;
            var fields = Names($"{name.ToLowerInvariant()}f", random.Next(1, 5)).Select(field =>
            {
                var type = InputType();
                if (isOneOf) return $"{field}: {type.TrimEnd('!')}";
                return $"{Description()}{field}: {(random.Next(6) == 0 ? name : type + Default(type))}";
            }).ToArray();
            inputs.Add(name);
            sdl.Append($"{Description()}input {name}{(isOneOf ? " @oneOf" : "")} {{ {string.Join(' ', fields)} }} ");
        }
    }

    private void AddInterfaces()
    {
        foreach (var name in composites.Where(c => c[0] == 'I'))
        {
            List<string> parents = [];
            var fields = MakeFields(name);
            if (interfaces.Count > 0 && random.Next(2) == 0)
            {
                var (parent, grandparents, inherited) = interfaces[^1];
                parents = [parent, .. grandparents];
                fields.InsertRange(0, inherited);
            }

            interfaces.Add((name, parents, fields));
            sdl.Append($"{Description()}interface {name}{Implements(parents)} {{ {string.Join(' ', fields.Select(Text))} }} ");
        }
    }

    private void AddObjects()
    {
        foreach (var name in composites.Where(c => c[0] == 'O').Concat(["Query", "Mutation"]))
        {
            var fields = MakeFields(name);
            List<string> parents = [];
            if (interfaces.Count > 0 && random.Next(2) == 0)
            {
                var (contract, above, inherited) = interfaces[random.Next(interfaces.Count)];
                parents = [contract, .. above];
                fields.InsertRange(0, inherited.Select(Narrowed));
            }

            sdl.Append($"{Description()}type {name}{Implements(parents)} {{ {string.Join(' ', fields.Select(Text))} }} ");
        }
    }

    private void AddUnions()
    {
        var objects = composites.Where(c => c[0] == 'O').ToArray();
        foreach (var name in composites.Where(c => c[0] == 'U'))
            sdl.Append($"{Description()}union {name} = {string.Join(" | ", objects.Where(_ => random.Next(2) == 0).DefaultIfEmpty(objects[0]))} ");
    }

    private List<Member> MakeFields(string owner) =>
        [.. Names($"{owner.ToLowerInvariant()}f", random.Next(1, 5)).Select(name => new Member(name, Arguments(name), OutputType()))];

    // What implements an interface may promise more, and take more.
    private Member Narrowed(Member field)
    {
        var type = field.Type.EndsWith('!') || random.Next(8) > 0 ? field.Type : field.Type + "!";
        return random.Next(8) > 0 ? field with { Type = type } : field with { Type = type, Arguments = [.. field.Arguments, "more: Int"] };
    }

    private List<string> Arguments(string field) => random.Next(2) == 0 ? [] : [.. Names("a", random.Next(1, 4)).Select(name =>
    {
        var type = InputType();
        return $"{name}{field}: {type}{Default(type)}";
    })];

    private string Text(Member field) => $"{Description()}{field.Name}{(field.Arguments.Count == 0 ? "" : $"({string.Join(' ', field.Arguments)})")}: {field.Type}";

    private string OutputType() => Wrapped(random.Next(2) == 0 ? Leaf() : composites[random.Next(composites.Count)]);

    private string InputType() => Wrapped(inputs.Count > 0 && random.Next(3) == 0 ? inputs[random.Next(inputs.Count)] : Leaf());

    private string Leaf() => enums.Count > 0 && random.Next(4) == 0 ? enums[random.Next(enums.Count)] : Scalars[random.Next(Scalars.Length)];

    private string Wrapped(string type)
    {
        for (var lists = Math.Max(0, random.Next(4) - 1); lists >= 0; lists--)
        {
            if (random.Next(3) == 0) type += "!";
            if (lists > 0) type = $"[{type}]";
        }

        return type;
    }

    private string Default(string type) => (random.Next(4), type.TrimEnd('!')) switch
    {
        (0, "Int") => $" = {random.Next(-9, 9)}",
        (0, "Float") => " = 1.5e3",
        (0, "String" or "ID" or "Blob") => " = \"d\\u00e9\"",
        (0, "Boolean") => " = true",
        (0, ['E', ..] e) => $" = {e}_V0",
        (0, ['[', ..]) => " = []",
        (1, _) when !type.EndsWith('!') => " = null",
        _ => "",
    };

    private string Description() => random.Next(8) switch
    {
        0 => "\"short \\\"quoted\\\" \\\\ text\" ",
        1 => "\"\"\"\n  of\n    lines \\\"\"\" and \"quotes\"\n\"\"\" ",
        _ => "",
    };

    private string Deprecation() => random.Next(6) == 0 ? " @deprecated(reason: \"Use \\\"other\\\".\")" : "";

    private static string Implements(List<string> parents) => parents.Count == 0 ? "" : $" implements {string.Join(" & ", parents)}";

    private static IEnumerable<string> Names(string prefix, int count) => Enumerable.Range(0, count).Select(i => $"{prefix}{i}");

    private sealed record Member(string Name, List<string> Arguments, string Type);
}
