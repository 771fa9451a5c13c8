using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.GraphQL.Execution;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Resolvers that mostly give what they promise: at times null, a fault, an exception, or a value of another type.</summary>
internal sealed class RandomResolvers(Random random, Schema schema)
{
    /// <summary>What resolvers were given and may not be given.</summary>
    public List<string> WrongArguments { get; } = [];

    /// <summary>Sets every field of a graph: properties where there are no arguments, and batches.</summary>
    public void AddTo(TestGraph graph)
    {
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.Name.StartsWith('_')))
            foreach (var field in type.Fields)
            {
                var coordinate = $"{type.Name}.{field.Name}";
                if (field.Arguments.Count == 0 && random.Next(2) == 0) graph.Property(coordinate, _ => ValueOf(field.Type));
                else graph.Batch(coordinate, (context, parents) => Batch(field, context.Arguments, parents.Count));
            }

        foreach (var contract in schema.Types.OfType<InterfaceType>()) contract.ResolveType = TypeName;
        foreach (var union in schema.Types.OfType<UnionType>()) union.ResolveType = TypeName;
    }

    private IReadOnlyList<object?> Batch(Field field, IReadOnlyDictionary<string, object?> arguments, int parents)
    {
        WrongArguments.AddRange(InputCheck.ProblemsOf(field, arguments));
        return random.Next(60) == 0
            ? throw new InvalidOperationException("An accident.")
            : [.. Enumerable.Range(0, parents).Select(_ => ValueOf(field.Type))];
    }

    private object? ValueOf(GraphType type) => random.Next(60) switch
    {
        0 or 1 => new FieldFault(new GraphQLError("No.")),
        2 => new object(),
        3 => "text",
        4 => new object?[] { null, "item" },
        5 or 6 => null,
        _ when !type.IsNonNull && random.Next(12) == 0 => null,
        _ => Proper(type.Nullable),
    };

    private object Proper(GraphType type) => type switch
    {
        ListType list => Enumerable.Range(0, random.Next(4)).Select(_ => ValueOf(list.OfType)).ToArray(),
        EnumType e => e.Values[random.Next(e.Values.Count)].Value,
        ScalarType scalar => Leaf(scalar.Name),
        NamedType composite => new FuzzObject(schema.PossibleTypes(composite) is { Count: > 0 } possible ? possible[random.Next(possible.Count)].Name : "Query"),
        _ => throw new InvalidOperationException($"{type}"),
    };

    private object Leaf(string scalar) => scalar switch
    {
        "Int" => random.Next(3) == 0 ? int.MinValue : random.Next(100),
        "Float" => random.Next(20) == 0 ? double.NaN : random.NextDouble() * 1e300,
        "Boolean" => random.Next(2) == 0,
        "Blob" => new Dictionary<string, object?> { ["a"] = new object?[] { 1, null, "x" } },
        _ => "text \u00e9\u2028\"\\\n\0",
    };

    private string? TypeName(object value) => random.Next(60) switch
    {
        0 => null,
        1 => "Nobody",
        2 => "Query",
        _ => (value as FuzzObject)?.Type,
    };

    private sealed record FuzzObject(string Type);
}
