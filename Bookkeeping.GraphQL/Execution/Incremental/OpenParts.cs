using System.Globalization;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Running;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>The parts of an answer that are not sent yet: what they hold, and when the client may be told of them.</summary>
/// <remarks>Source: GraphQL, working draft of incremental delivery, "Incremental Delivery" of "Execution".</remarks>
internal sealed class OpenParts : IAsyncDisposable
{
    private readonly Dictionary<(ResultBlock Block, DeferUsage Usage), DeferredFragment?[]> fragments = [];
    private readonly List<PendingPart> unannounced = [];
    private readonly List<DeferredBatch> batches = [];
    private readonly HashSet<StreamedList> lists = [];
    private int lastId;

    /// <summary>Adds what a run left for later.</summary>
    /// <param name="tree">What the run answered.</param>
    /// <param name="found">What it left.</param>
    /// <param name="deliveryOf">Tells whether a row at the root of the tree has been sent.</param>
    public async ValueTask AddAsync(ResultTree tree, PartCollector found, Func<int, Delivery> deliveryOf)
    {
        foreach (var block in found.Blocks)
        {
            var rows = tree.LiveRows(block) ?? [.. Enumerable.Range(0, block.Sources.Length)];
            foreach (var usage in block.Set.Usages) AddFragments(block, usage, rows, deliveryOf);
            foreach (var group in block.Set.Deferred) AddBatch(block, group, rows);
        }

        foreach (var cut in found.Lists)
        {
            if (!tree.IsAlive(cut.Column.Block, cut.Row) || cut.Column.IsNull(0, cut.Row))
            {
                if (cut.Source is { } source) await source.DisposeAsync();
                continue;
            }

            var (path, root) = ResultPath.Of(cut.Column, 0, cut.Row);
            var list = new StreamedList(cut, path, deliveryOf(root));
            lists.Add(list);
            unannounced.Add(list);
        }
    }

    /// <summary>The parts that the client can be told of now and could not before.</summary>
    public List<PendingPart> Announce()
    {
        var announced = new List<PendingPart>();
        unannounced.RemoveAll(part =>
        {
            if (part.IsLost)
            {
                part.Drop();
                return true;
            }

            if (!part.IsReady) return false;
            if (part.IsEmpty) part.Complete();
            else announced.Add(part);
            return true;
        });
        foreach (var part in announced) part.Announce((lastId++).ToString(CultureInfo.InvariantCulture));
        return announced;
    }

    /// <summary>Takes the objects that have fields of a <c>@defer</c> that the client waits for.</summary>
    /// <returns>The objects of one block and group; null when there are none any more.</returns>
    public DeferredBatch? Take(DeferUsage usage)
    {
        foreach (var batch in batches)
        {
            if (!batch.Group.Usages.Contains(usage)) continue;
            var taken = batch.Waiting.FindAll(o => o.Fragments.Any(f => f.Usage == usage && f.State == PartState.Announced));
            if (taken.Count == 0) continue;
            batch.Waiting.RemoveAll(taken.ToHashSet().Contains);
            if (batch.Waiting.Count == 0) batches.Remove(batch);
            return batch with { Waiting = taken };
        }

        return null;
    }

    /// <summary>Closes a list that is done with.</summary>
    public async ValueTask CloseAsync(StreamedList list)
    {
        lists.Remove(list);
        await list.DisposeAsync();
    }

    /// <summary>Closes all lists.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var list in lists) await list.DisposeAsync();
        lists.Clear();
    }

    private void AddFragments(ResultBlock block, DeferUsage usage, int[] rows, Func<int, Delivery> deliveryOf)
    {
        var added = new DeferredFragment?[block.Sources.Length];
        foreach (var row in rows)
        {
            var parent = usage.Parent is { } above ? Find(block, row, above) : null;
            added[row] = new DeferredFragment(usage, ResultPath.Of(block, row), parent, deliveryOf(ResultPath.RootRowOf(block, row)));
            unannounced.Add(added[row]!);
        }

        fragments.Add((block, usage), added);
    }

    private void AddBatch(ResultBlock block, DeferredGroup group, int[] rows)
    {
        var batch = new DeferredBatch(block, group, new List<DeferredObject>(rows.Length));
        foreach (var row in rows)
        {
            var deferred = new DeferredObject(block, row, [.. group.Usages.Select(usage => Find(block, row, usage)!)]);
            foreach (var fragment in deferred.Fragments) fragment.Objects.Add(deferred);
            batch.Waiting.Add(deferred);
        }

        if (rows.Length > 0) batches.Add(batch);
    }

    /// <summary>The fragment that a <c>@defer</c> is on the nearest object above, or the object itself.</summary>
    private DeferredFragment? Find(ResultBlock block, int row, DeferUsage usage)
    {
        while (true)
        {
            if (fragments.TryGetValue((block, usage), out var found)) return found[row];
            if (ResultPath.ObjectAbove(block, row) is not { Block: { } above } place) return null;
            (block, row) = (above, place.Row);
        }
    }
}
