using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Running;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>Answers the parts of an operation after its first answer, in turns: all that one <c>@defer</c> or <c>@stream</c> of the plan left,
/// for all objects at once, so that deferring takes no more statements than asking at once.</summary>
/// <param name="context">What is the same for all parts.</param>
/// <param name="options">The limits.</param>
/// <param name="limits">Counts what the answer has so far.</param>
/// <param name="format">How the client wants to be told of the parts.</param>
internal sealed class IncrementalRun(RunContext context, RequestExecutorOptions options, AnswerLimits limits, IncrementalFormat format) : IAsyncDisposable
{
    private readonly OpenParts open = new();
    private readonly Queue<object> turns = new();
    private readonly Dictionary<object, List<PendingPart>> announced = [];
    private IncrementalPayload payload = new(format);
    private List<PendingPart> working = [];

    /// <summary>Whether parts are still to be sent.</summary>
    public bool HasNext => turns.Count > 0;

    private CancellationToken Cancel => context.Scope.Cancel;

    /// <summary>Takes what the first answer left.</summary>
    /// <returns>What the first answer tells of the parts.</returns>
    public async ValueTask<IncrementalPayload> BeginAsync(ResultTree first, PartCollector found)
    {
        var atOnce = Delivery.AtOnce();
        await open.AddAsync(first, found, _ => atOnce);
        return Announce();
    }

    /// <summary>Answers the next parts.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed or the client went away.</exception>
    public async ValueTask<IncrementalPayload> NextAsync()
    {
        payload = new IncrementalPayload(format);
        for (var idle = 0; HasNext && payload.IsEmpty;)
        {
            Cancel.ThrowIfCancellationRequested();
            if (idle >= turns.Count)
            {
                await WaitAsync();
                idle = 0;
            }

            idle = await RunAsync(turns.Dequeue()) ? 0 : idle + 1;
            Announce();
        }

        return payload;
    }

    /// <summary>Ends the answer with an error in all parts that the client still waits for.</summary>
    public IncrementalPayload GiveUp(GraphQLError error)
    {
        foreach (var part in announced.Values.SelectMany(parts => parts).Concat(working).Distinct())
            if (part.State == PartState.Announced && !payload.Completes(part)) payload.Complete(part, [error]);
        turns.Clear();
        payload.HasNext = false;
        return payload;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => open.DisposeAsync();

    /// <summary>Works on the parts of one turn.</summary>
    /// <returns>Whether there was anything to do: the items of a list may still be to come.</returns>
    private async ValueTask<bool> RunAsync(object turn)
    {
        announced.Remove(turn, out var parts);
        working = parts!;
        var isBusy = true;
        if (turn is DeferUsage usage) await DeferAsync(usage);
        else isBusy = await StreamAsync((StreamUsage)turn);
        working = [];
        return isBusy;
    }

    private async ValueTask DeferAsync(DeferUsage usage)
    {
        // What is answered may lead to further objects with fields of the same fragments.
        while (open.Take(usage) is { } batch) await AnswerAsync(batch);
        foreach (var fragment in working.Cast<DeferredFragment>()) Complete(fragment);
    }

    private async ValueTask AnswerAsync(DeferredBatch batch)
    {
        var origin = new PartOrigin(batch.Origin, [.. batch.Waiting.Select(o => o.Row)], FirstItems: null);
        var tree = new ResultTree(ResultBlock.PartOf(batch.Group.Set, origin), limits);
        var found = new PartCollector();
        await FillAsync(new OperationRun(context, tree, found).RunPartAsync(), found);
        for (var row = 0; row < batch.Waiting.Count; row++) batch.Waiting[row].Take(tree, row);
        await open.AddAsync(tree, found, row => batch.Waiting[row].Delivery);
    }

    private void Complete(DeferredFragment fragment)
    {
        GraphQLError[] errors = [.. fragment.Objects.Where(o => o.IsFailed).SelectMany(o => o.Errors)];
        if (errors.Length > 0) fragment.Drop();
        foreach (var deferred in fragment.Objects)
        {
            if (errors.Length == 0) Send(deferred, fragment);
            else if (deferred.Fragments.All(f => f.State == PartState.Dropped)) deferred.Delivery.Drop();
        }

        if (errors.Length == 0) fragment.Complete();
        payload.Complete(fragment, errors);
    }

    private void Send(DeferredObject deferred, DeferredFragment fragment)
    {
        if (deferred.Delivery.IsSent) return;
        var nearest = deferred.Fragments.Where(f => f.State == PartState.Announced).MaxBy(f => f.Path.Count)!;
        payload.Add(new DeferredEntry(nearest.Path.Count > fragment.Path.Count ? nearest : fragment, deferred));
        deferred.Delivery.Send();
    }

    private async ValueTask<bool> StreamAsync(StreamUsage usage)
    {
        var isBusy = false;
        foreach (var lists in working.Cast<StreamedList>().GroupBy(list => list.Block)) isBusy |= await StreamAsync(usage, lists.Key, [.. lists]);
        foreach (var list in working.Cast<StreamedList>())
        {
            if (list.State == PartState.Announced && list.IsAtEnd) list.Complete();
            if (list.State == PartState.Announced) Enqueue(list);
            else await open.CloseAsync(list);
        }

        return isBusy;
    }

    private async ValueTask<bool> StreamAsync(StreamUsage usage, ResultBlock block, List<StreamedList> lists)
    {
        var taken = lists.ConvertAll(list => (List: list, First: list.Next, Items: list.Take(options.StreamedItems, Cancel)));
        Cancel.ThrowIfCancellationRequested();
        var filled = taken.FindAll(t => t.Items.Length > 0);
        if (filled.Count > 0) await AnswerAsync(usage, block, filled);
        foreach (var list in lists)
            if (list.State == PartState.Announced && list.IsAtEnd) payload.Complete(list, list.Failure is { } failure ? [ErrorOf(failure, list)] : []);
        return filled.Count > 0 || lists.Exists(list => list.IsAtEnd);
    }

    private async ValueTask AnswerAsync(StreamUsage usage, ResultBlock block, List<(StreamedList List, int First, object?[] Items)> taken)
    {
        var origin = new PartOrigin(block, [.. taken.Select(t => t.List.Row)], [.. taken.Select(t => t.First)]);
        var tree = new ResultTree(ResultBlock.PartOf(usage.Items, origin), limits);
        var found = new PartCollector();
        await FillAsync(new OperationRun(context, tree, found).RunItemsAsync([.. taken.Select(t => t.Items)]), found);
        var deliveries = taken.ConvertAll(_ => new Delivery());
        for (var row = 0; row < taken.Count; row++) Send(taken[row].List, taken[row].First, tree, row, deliveries[row]);
        await open.AddAsync(tree, found, row => deliveries[row]);
    }

    private void Send(StreamedList list, int first, ResultTree tree, int row, Delivery delivery)
    {
        if (tree.IsNulled(row) || tree.Root.Columns[0]!.IsNull(0, row))
        {
            delivery.Drop();
            list.Drop();
            payload.Complete(list, tree.ErrorsOf(row));
            return;
        }

        delivery.Send();
        payload.Add(new StreamedEntry(list, first, tree, row));
    }

    private static async ValueTask FillAsync(ValueTask run, PartCollector found)
    {
        try
        {
            await run;
        }
        catch
        {
            await found.DisposeAsync();
            throw;
        }
    }

    private GraphQLError ErrorOf(Exception failure, StreamedList list) => context.Scope.Errors.Of(failure, list.Selection) with
    {
        Path = list.Path,
        Locations = [.. list.Selection.Nodes.Select(n => n.Span.Location)],
    };

    private IncrementalPayload Announce()
    {
        foreach (var part in open.Announce())
        {
            payload.Pending.Add(part);
            Enqueue(part);
        }

        payload.HasNext = HasNext;
        return payload;
    }

    private void Enqueue(PendingPart part)
    {
        if (announced.TryGetValue(part.Turn, out var parts))
        {
            parts.Add(part);
            return;
        }

        announced.Add(part.Turn, [part]);
        turns.Enqueue(part.Turn);
    }

    // Only lists whose items are still to come can have nothing to tell.
    private async Task WaitAsync()
    {
        var moving = announced.Values.SelectMany(parts => parts).OfType<StreamedList>().Select(list => list.Moving).OfType<Task<bool>>();
        await Task.WhenAny(moving).WaitAsync(Cancel);
    }
}
