using System.Globalization;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution;

/// <summary>Compares answers with those of the specification's own algorithm, which completes one value at a time, depth first.</summary>
public sealed class RandomAnswersTests
{
    private const int Types = 3;
    private const int Fields = 3;
    private static readonly FieldFault Fault = new(new GraphQLError("No."));

    [Fact]
    public async Task Data_and_nulled_places_are_those_of_the_depth_first_algorithm()
    {
        var (whole, partial, none) = (0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var graph = new TestGraph(Sdl(random)) { Options = new RequestExecutorOptions { MaxErrors = int.MaxValue } };
            var root = MakeObject(graph.Schema.QueryType!, random, depth: 0);
            AddResolvers(graph, root, random);
            var answer = await graph.AskAsync($"{{ {Selection(graph.Schema.QueryType!, depth: 0)} }}");

            var expected = new DepthFirst();
            var data = expected.Answer(graph.Schema.QueryType!, root);
            Assert.True(data == answer.Data, $"seed {seed}\nexpected {data}\nactual   {answer.Data}");
            foreach (var place in expected.Nulled)
                Assert.True(answer.Errors.Any(e => IsAtOrBelow(e, place)), $"seed {seed}: no error for {place}");
            Assert.Equal(expected.Nulled.Count > 0, answer.Errors.Count > 0);
            _ = expected.Nulled.Count == 0 ? whole++ : data == "null" ? none++ : partial++;
        }

        // Else the seeds would test less than they seem to.
        Assert.All([whole, partial, none], count => Assert.InRange(count, 20, 300));
    }

    private static string Sdl(Random random)
    {
        string Type(int owner, int field) => Wrap(field == 0 || owner == Types - 1 ? "Int" : $"T{random.Next(owner + 1, Types)}", random);
        string Body(int owner) => string.Join(' ', Enumerable.Range(0, Fields).Select(f => $"f{f}: {Type(owner, f)}"));
        return $"type Query {{ {Body(-1)} }} " + string.Join(' ', Enumerable.Range(0, Types).Select(t => $"type T{t} {{ {Body(t)} }}"));
    }

    private static string Wrap(string type, Random random)
    {
        for (var lists = random.Next(3); lists >= 0; lists--)
        {
            if (random.Next(2) == 0) type += "!";
            if (lists > 0) type = $"[{type}]";
        }

        return type;
    }

    private static string Selection(ObjectType type, int depth) => string.Join(' ', type.Fields.Select(f =>
        f.Type.Named is ObjectType below ? $"{f.Name} {{ {Selection(below, depth + 1)} }}" : f.Name));

    private static Dictionary<string, object?> MakeObject(ObjectType type, Random random, int depth) =>
        type.Fields.ToDictionary(f => f.Name, f => MakeValue(f.Type, random, depth + 1));

    private static object? MakeValue(GraphType type, Random random, int depth) => random.Next(25) switch
    {
        0 => null,
        1 => Fault,
        _ => type.Nullable switch
        {
            ListType list => Enumerable.Range(0, random.Next(4)).Select(_ => MakeValue(list.OfType, random, depth)).ToArray(),
            ObjectType below => MakeObject(below, random, depth),
            _ => random.Next(100),
        },
    };

    // Properties and batches must agree: each field is one or the other.
    private static void AddResolvers(TestGraph graph, Dictionary<string, object?> root, Random random)
    {
        foreach (var type in graph.Schema.Types.OfType<ObjectType>().Where(t => t.Name is "Query" or ['T', _]))
            foreach (var field in type.Fields)
            {
                object? Read(object parent) => (parent as Dictionary<string, object?> ?? root)[field.Name];
                var coordinate = $"{type.Name}.{field.Name}";
                _ = random.Next(2) == 0 ? graph.Property(coordinate, Read) : graph.Batch(coordinate, (_, parents) => [.. parents.Select(Read)]);
            }
    }

    private static bool IsAtOrBelow(string error, string place) => place.Length == 0 || error == place || error.StartsWith(place + "/", StringComparison.Ordinal)
        || error.StartsWith(place + " ", StringComparison.Ordinal);

    private sealed class DepthFirst
    {
        public HashSet<string> Nulled { get; } = [];

        public string Answer(ObjectType type, object root)
        {
            try
            {
                return Complete(type, root, "");
            }
            catch (PropagatedException)
            {
                Nulled.Add("");
                return "null";
            }
        }

        private string Complete(GraphType type, object? value, string path)
        {
            var nested = Nulled.ToHashSet();
            try
            {
                if (value is FieldFault) throw new PropagatedException();
                if (value is null) return type.IsNonNull ? throw new PropagatedException() : "null";
                return type.Nullable switch
                {
                    ListType list => $"[{string.Join(',', ((object?[])value).Select((item, i) => Complete(list.OfType, item, $"{path}/{i}")))}]",
                    ObjectType below => $"{{{string.Join(',', below.Fields.Select(f => Member(f, value, path)))}}}",
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                };
            }
            catch (PropagatedException) when (!type.IsNonNull)
            {
                Nulled.IntersectWith(nested);
                Nulled.Add(path);
                return "null";
            }
        }

        private string Member(Field field, object parent, string path) =>
            $"\"{field.Name}\":{Complete(field.Type, ((Dictionary<string, object?>)parent)[field.Name], path.Length == 0 ? field.Name : $"{path}/{field.Name}")}";
    }

    private sealed class PropagatedException : Exception;
}
