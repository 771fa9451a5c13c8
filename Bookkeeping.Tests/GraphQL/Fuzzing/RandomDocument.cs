using System.Text;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>A document for a schema, nearly always valid: aliases, merged fields, fragments of all kinds, conditions, literals and variables.</summary>
internal sealed class RandomDocument
{
    private const int MaxDepth = 4;

    private readonly Schema schema;
    private readonly Random random;
    private readonly RandomInput input;
    private readonly StringBuilder fragments = new();
    private readonly List<(string Name, NamedType On)> named = [];
    private readonly List<string> declarations = [];
    private readonly JsonObject variables = [];
    private readonly Dictionary<(NamedType, string), string> aliases = [];

    private RandomDocument(Schema schema, Random random)
    {
        (this.schema, this.random) = (schema, random);
        input = new RandomInput(random);
    }

    /// <summary>Makes a document whose operation <c>Main</c> is to be run with the variables.</summary>
    public static (string Text, JsonObject Variables) Make(Schema schema, Random random)
    {
        var document = new RandomDocument(schema, random);
        var isMutation = random.Next(6) == 0;
        var body = document.Selection(isMutation ? schema.MutationType! : schema.QueryType!, 0);
        var declared = document.declarations.Count == 0 ? "" : $"({string.Join(", ", document.declarations)})";
        var other = random.Next(4) == 0 ? " query Other { __typename }" : "";
        return ($"{(isMutation ? "mutation" : "query")} Main{declared} {body}{document.fragments}{other}", document.variables);
    }

    private string Selection(NamedType type, int depth)
    {
        var text = new StringBuilder("{ __typename");
        for (var i = random.Next(1, 5); i > 0; i--) text.Append(' ').Append(Item(type, depth));
        return text.Append(" }").ToString();
    }

    private string Item(NamedType type, int depth) => random.Next(depth >= MaxDepth ? 1 : 8) switch
    {
        0 => $"t{random.Next(2)}: __typename{Condition()}",
        1 => $"... {(random.Next(2) == 0 ? "" : $"on {type.Name} ")}{Condition()} {Selection(type, depth + 1)}",
        2 => Overlapping(type) is var other ? $"... on {other.Name}{Condition()} {Selection(other, depth + 1)}" : "",
        3 => $"...{Fragment(Overlapping(type), depth)}{Condition()}",
        4 when type == schema.QueryType => Introspection(),
        _ => type is FieldsType { Fields: var fields } ? Field(type, fields[random.Next(fields.Count)], depth) : $"u: __typename{Condition()}",
    };

    private string Introspection() => random.Next(2) == 0
        ? "__schema { queryType { name fields { name type { kind name ofType { name } } } } directives { name locations isRepeatable } }"
        : "__type(name: \"Query\") { kind name description fields(includeDeprecated: true) { name args { name defaultValue } } interfaces { name } }";

    private string Field(NamedType owner, Field field, int depth)
    {
        var arguments = field.Arguments.Where(a => a.IsRequired || random.Next(3) == 0)
            .Select(a => $"{a.Name}: {input.Make(a.Type, type => Variable(type, a.DefaultValue is not null)).Literal}").ToArray();
        var given = arguments.Length == 0 ? "" : $"({string.Join(' ', arguments)})";

        // The same alias, else fields that differ would meet under one name.
        if (!aliases.TryGetValue((owner, field.Name + given), out var alias))
            aliases[(owner, field.Name + given)] = alias = given.Length > 0 || random.Next(4) == 0 ? $"x{aliases.Count}: " : "";
        return $"{alias}{field.Name}{given}{Condition()}{(field.Type.IsLeaf ? "" : " " + Selection(field.Type.Named, depth + 1))}";
    }

    private NamedType Overlapping(NamedType type)
    {
        var all = schema.Types.Where(t => t.IsComposite && !t.Name.StartsWith('_') && schema.Overlap(t, type)).ToArray();
        return all[random.Next(all.Length)];
    }

    private string Fragment(NamedType type, int depth)
    {
        var known = named.FindAll(f => f.On == type);
        if (known.Count > 0 && random.Next(2) == 0) return known[random.Next(known.Count)].Name;
        var name = $"F{named.Count + (depth * 100)}x{fragments.Length}";
        var body = Selection(type, depth + 1);
        named.Add((name, type));
        fragments.Append($" fragment {name} on {type.Name}{(random.Next(20) == 0 ? " @skip(if: false)" : "")} {body}");
        return name;
    }

    private string Condition() => random.Next(10) switch
    {
        0 => $" @skip(if: {Flag()})",
        1 => $" @include(if: {Flag()})",
        _ => "",
    };

    private string Flag() => random.Next(3) switch
    {
        0 => "true",
        1 => "false",
        _ => Declare(new NonNullType(schema.FindType("Boolean")!)),
    };

    private string? Variable(GraphType type, bool hasDefault)
    {
        if (random.Next(4) > 0) return null;
        return Declare(hasDefault && type.IsNonNull && random.Next(2) == 0 ? type.Nullable : type);
    }

    private string Declare(GraphType type)
    {
        var name = $"v{declarations.Count}";
        var literal = random.Next(4) == 0 && input.Make(type) is { Literal: not "null" } value ? $" = {value.Literal}" : "";
        declarations.Add($"${name}: {type}{literal}");
        if (random.Next(30) == 0) variables[name] = JsonNode.Parse("""[{"wrong": [1e999]}]""");
        else if (!type.IsNonNull && random.Next(4) == 0) variables[name] = null;
        else if (literal.Length == 0 ? type.IsNonNull || random.Next(4) > 0 : random.Next(2) == 0) variables[name] = input.Make(type).Json;
        return $"${name}";
    }
}
