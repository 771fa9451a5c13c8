using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Whether an answer is one that the schema allows for the operation: the fields asked for and no others, in order, each of its type, null only where it may be.</summary>
/// <remarks>Source: GraphQL, September 2025, "Response" and "Executing Selection Sets". Written apart from the library, one value at a time.</remarks>
internal sealed class AnswerCheck(Schema schema, string text, JsonElement variables)
{
    private readonly DocumentNode document = Parser.Parse(text);

    /// <summary>Fails where the answer is not valid.</summary>
    /// <returns>Whether the operation was run: there is data, or null in its place.</returns>
    public bool Check(JsonElement answer)
    {
        foreach (var member in answer.EnumerateObject()) Assert.Contains(member.Name, (string[])["data", "errors", "extensions"]);
        var isRun = answer.TryGetProperty("data", out var data);
        if (answer.TryGetProperty("errors", out var errors)) CheckErrors(errors, isRun ? data : null);
        else Assert.True(isRun && data.ValueKind == JsonValueKind.Object);
        if (!isRun || data.ValueKind == JsonValueKind.Null) return isRun;
        var operation = document.Definitions.OfType<OperationDefinitionNode>().First(o => o.Name?.Value == "Main");
        CheckObject(data, schema.RootType(operation.Operation)!, [operation.SelectionSet], "data");
        return true;
    }

    private void CheckErrors(JsonElement errors, JsonElement? data)
    {
        Assert.NotEqual(0, errors.GetArrayLength());
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var error in errors.EnumerateArray())
        {
            Assert.NotEmpty(error.GetProperty("message").GetString()!);
            if (error.TryGetProperty("locations", out var places))
                foreach (var place in places.EnumerateArray())
                {
                    var line = place.GetProperty("line").GetInt32();
                    Assert.InRange(line, 1, lines.Length);
                    Assert.InRange(place.GetProperty("column").GetInt32(), 1, lines[line - 1].Length + 1);
                }

            if (error.TryGetProperty("path", out var path)) AssertLeadsToNull(path, Assert.NotNull(data));
        }
    }

    private static void AssertLeadsToNull(JsonElement path, JsonElement value)
    {
        foreach (var step in path.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Null) return;
            value = step.ValueKind == JsonValueKind.Number ? value[step.GetInt32()] : value.GetProperty(step.GetString()!);
        }

        Assert.True(value.ValueKind == JsonValueKind.Null, $"an error is told at {path}, where there is {value}");
    }

    private void CheckObject(JsonElement value, ObjectType type, IReadOnlyList<SelectionSetNode> sets, string path)
    {
        Assert.True(value.ValueKind == JsonValueKind.Object, $"{path} is no object");
        var collected = new OrderedDictionary<string, List<FieldNode>>();
        foreach (var set in sets) Collect(set, type, collected, []);
        var given = value.EnumerateObject().Select(m => m.Name).ToArray();
        Assert.True(given.SequenceEqual(collected.Keys), $"{path} has {string.Join(' ', given)}, not {string.Join(' ', collected.Keys)}");
        foreach (var (name, nodes) in collected)
        {
            var field = schema.FindField(type, nodes[0].Name.Value)!;
            IReadOnlyList<SelectionSetNode> below = [.. nodes.Where(n => n.SelectionSet is not null).Select(n => n.SelectionSet!)];
            CheckValue(value.GetProperty(name), field.Type, below, $"{path}/{name}");
        }
    }

    private void Collect(SelectionSetNode set, ObjectType type, OrderedDictionary<string, List<FieldNode>> collected, HashSet<string> visited)
    {
        foreach (var selection in set.Selections.Where(IsIncluded))
            switch (selection)
            {
                case FieldNode field:
                    if (!collected.TryGetValue(field.ResponseName, out var nodes)) collected[field.ResponseName] = nodes = [];
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, collected, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = document.Definitions.OfType<FragmentDefinitionNode>().First(f => f.Name.Value == spread.Name.Value);
                    if (Applies(fragment.TypeCondition, type)) Collect(fragment.SelectionSet, type, collected, visited);
                    break;
            }
    }

    private bool Applies(NamedTypeNode condition, ObjectType type) => schema.PossibleTypes(schema.FindType(condition.Name.Value)!).Contains(type);

    private bool IsIncluded(SelectionNode selection) => selection.Directives.All(directive => directive.Name.Value switch
    {
        "skip" => !Flag(directive),
        "include" => Flag(directive),
        _ => true,
    });

    private bool Flag(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable when variables.TryGetProperty(variable.Name.Value, out var given) => given.GetBoolean(),
        VariableNode variable => ((BooleanValueNode)document.Definitions.OfType<OperationDefinitionNode>().SelectMany(o => o.VariableDefinitions)
            .First(v => v.Variable.Name.Value == variable.Name.Value).DefaultValue!).Value,
        _ => throw new InvalidOperationException(directive.Name.Value),
    };

    private void CheckValue(JsonElement value, GraphType type, IReadOnlyList<SelectionSetNode> below, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Assert.False(type.IsNonNull, $"{path} of {type} is null");
            return;
        }

        switch (type.Nullable)
        {
            case ListType list:
                Assert.True(value.ValueKind == JsonValueKind.Array, $"{path} is no list");
                for (var i = 0; i < value.GetArrayLength(); i++) CheckValue(value[i], list.OfType, below, $"{path}/{i}");
                break;
            case ObjectType known: CheckObject(value, known, below, path); break;
            case UnionType or InterfaceType: CheckAbstract(value, type.Named, below, path); break;
            default: Assert.True(IsLeaf(value, type.Named), $"{path} of {type} is {value}"); break;
        }
    }

    // Random documents ask every object for its type; those changed at random may not, and then nobody can tell which fields it should have.
    private void CheckAbstract(JsonElement value, NamedType type, IReadOnlyList<SelectionSetNode> below, string path)
    {
        Assert.True(value.ValueKind == JsonValueKind.Object, $"{path} is no object");
        if (!value.TryGetProperty("__typename", out var name)) return;
        var actual = schema.PossibleTypes(type).SingleOrDefault(t => t.Name == name.GetString());
        Assert.True(actual is not null, $"{path} of {type} is a {name}");
        CheckObject(value, actual, below, path);
    }

    private static bool IsLeaf(JsonElement value, NamedType type) => (type, type.Name) switch
    {
        (EnumType e, _) => value.ValueKind == JsonValueKind.String && e.Values.Contains(value.GetString()!),
        (_, "Int") => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        (_, "Float") => value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()),
        (_, "Boolean") => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        (_, "String" or "ID") => value.ValueKind == JsonValueKind.String,
        _ => true,
    };
}
