using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Finds rows of any type by their global ids: <c>node</c> and <c>nodes</c>.</summary>
/// <param name="loaders">The loaders of all types that have ids.</param>
/// <param name="isList">Whether many are asked for.</param>
/// <param name="options">The limits.</param>
internal sealed class NodeResolver(IReadOnlyList<NodeLoader> loaders, bool isList, DataOptions options) : BatchResolver
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        if (!isList) return await FindAsync(context, [(string)context.Arguments["id"]!], cancel);
        var ids = (IReadOnlyList<object?>)context.Arguments["ids"]!;
        if (ids.Count > options.MaxNodeIds) throw DataErrors.TooManyNodes(ids.Count, options.MaxNodeIds);
        return [await FindAsync(context, [.. ids.Select(id => (string)id!)], cancel)];
    }

    private async Task<object?[]> FindAsync(IFieldContext context, string[] ids, CancellationToken cancel)
    {
        var found = new object?[ids.Length];
        var wanted = ids.Select((id, place) => Read(id) with { Place = place }).ToList();
        foreach (var unknown in wanted.Where(w => w.Loader is null))
            found[unknown.Place] = new FieldFault(DataErrors.InvalidId(ids[unknown.Place], "a known type").Error);
        foreach (var type in wanted.Where(w => w.Loader is not null).GroupBy(w => w.Loader!))
        {
            var rows = await type.Key.LoadAsync(context, [.. type.Select(w => w.Key!).Distinct()], cancel);
            foreach (var one in type) found[one.Place] = rows.GetValueOrDefault(one.Key!);
        }
        return found;
    }

    private Wanted Read(string id)
    {
        foreach (var loader in loaders)
            if (loader.Ids.KeyOf(id) is { } key) return new Wanted(loader, key, Place: 0);
        return default;
    }

    private readonly record struct Wanted(NodeLoader? Loader, object? Key, int Place);
}
