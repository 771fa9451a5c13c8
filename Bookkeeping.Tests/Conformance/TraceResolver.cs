using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.Conformance;

/// <summary>What the resolvers of a recorded execution were given and gave, by response path.</summary>
internal sealed class Trace : IServiceProvider
{
    private readonly Dictionary<string, JsonElement> calls;

    public Trace(IEnumerable<JsonElement> resolvers) =>
        calls = resolvers.ToDictionary(call => string.Join('/', call.GetProperty("path").EnumerateArray()));

    /// <summary>Arguments that a resolver got and that the recorded one did not.</summary>
    public List<string> WrongArguments { get; } = [];

    public object? GetService(Type serviceType) => this;

    public object? Answer(string path, IReadOnlyDictionary<string, object?> arguments)
    {
        if (!calls.TryGetValue(path, out var call)) return null;
        var expected = call.TryGetProperty("args", out var args) ? args : JsonSerializer.SerializeToElement(new { });
        if (!JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(arguments)))
            WrongArguments.Add($"{path} got {JsonSerializer.Serialize(arguments)}, expected {expected}");
        return ValueOf(call.GetProperty("result"), path);
    }

    private static object? ValueOf(JsonElement result, string path)
    {
        if (result.TryGetProperty("error", out var error)) return new FieldFault(new GraphQLError(error.ToString()));
        if (result.TryGetProperty("object", out var type)) return new TraceObject(path, type.GetString()!);
        return result.TryGetProperty("list", out var list)
            ? list.EnumerateArray().Select((item, index) => ValueOf(item, $"{path}/{index}")).ToArray()
            : CorpusValues.Plain(result.GetProperty("value"));
    }
}

/// <summary>An object of a recorded execution.</summary>
internal sealed record TraceObject(string Path, string Type);

/// <summary>Answers every field from the trace, and every abstract type from the object's own record.</summary>
internal sealed class TraceResolver : BatchResolver
{
    /// <summary>Puts the resolver onto all fields of a schema that only describes.</summary>
    public static void AddTo(Schema schema)
    {
        foreach (var type in schema.Types.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (type is ObjectType { Fields: var fields })
                foreach (var field in fields) field.Resolver = new TraceResolver();
            if (type is InterfaceType contract) contract.ResolveType = value => ((TraceObject)value).Type;
            if (type is UnionType union) union.ResolveType = value => ((TraceObject)value).Type;
        }
    }

    public override ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var trace = (Trace)context.Services.GetService(typeof(Trace))!;
        return ValueTask.FromResult<IReadOnlyList<object?>>(
            [.. parents.Select(parent => trace.Answer(PathBelow(parent, context.Selection.ResponseName), context.Arguments))]);
    }

    private static string PathBelow(object parent, string name) => parent is TraceObject { Path: var path } ? $"{path}/{name}" : name;
}
