using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Streaming;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>One run of a plan, breadth first: each selection once for all its parents, one step after the other.</summary>
/// <remarks>Source: GraphQL, September 2025, "Executing Operations". Never are two resolvers of a request at work at once, so they may share
/// what is not safe for concurrent use, a database context for one.</remarks>
internal sealed class OperationRun
{
    private readonly RunContext context;
    private readonly ResultTree tree;
    private readonly ColumnCompletion completion;
    private readonly PartCollector? parts;
    private readonly Queue<ResultBlock> pending = new();

    /// <summary>Prepares the run.</summary>
    /// <param name="context">What is the same for all parts of the answer.</param>
    /// <param name="tree">The answer, or the part of it that is to be filled.</param>
    /// <param name="parts">Takes what is left for later parts; null when the plan leaves nothing.</param>
    public OperationRun(RunContext context, ResultTree tree, PartCollector? parts)
    {
        this.context = context;
        this.tree = tree;
        this.parts = parts;
        completion = new ColumnCompletion(context, tree, pending, parts);
    }

    /// <summary>Runs the operation to its end.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed or the client went away.</exception>
    public async ValueTask RunAsync()
    {
        if (context.Kind == OperationKind.Mutation) await RunSeriallyAsync();
        else await RunBlockAsync(tree.Root);
        await RunPendingAsync();
    }

    /// <summary>Runs the fields of a part.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed or the client went away.</exception>
    public async ValueTask RunPartAsync()
    {
        await RunBlockAsync(tree.Root);
        await RunPendingAsync();
    }

    /// <summary>Completes items of lists, one list for each row of a part of a single field, and runs what is selected below them.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed or the client went away.</exception>
    public async ValueTask RunItemsAsync(object?[] lists)
    {
        completion.Complete(tree.Root, 0, lists);
        await RunPendingAsync();
    }

    // A mutation's root field is answered to its last leaf before the next one writes.
    private async ValueTask RunSeriallyAsync()
    {
        for (var i = 0; i < tree.Root.Set.Selections.Length; i++)
        {
            await RunFieldAsync(tree.Root, i);
            await RunPendingAsync();
        }

        if (tree.Root.Set.IsSplit) parts!.Add(tree.Root);
    }

    private async ValueTask RunPendingAsync()
    {
        while (pending.TryDequeue(out var block)) await RunBlockAsync(block);
    }

    private async ValueTask RunBlockAsync(ResultBlock block)
    {
        for (var i = 0; i < block.Set.Selections.Length; i++)
        {
            var step = RunFieldAsync(block, i);
            if (!step.IsCompletedSuccessfully) await step;
        }

        if (block.Set.IsSplit) parts!.Add(block);
    }

    private ValueTask RunFieldAsync(ResultBlock block, int index)
    {
        var selection = block.Set.Selections[index];
        if (selection.IsTypeName || IsWrittenDirectly(selection, block)) return ValueTask.CompletedTask;
        var rows = tree.LiveRows(block);
        if (rows is { Length: 0 }) return ValueTask.CompletedTask;
        if (selection.Field.Resolver is BatchResolver batch) return RunBatchAsync(block, index, batch, rows);

        completion.Complete(block, index, ReadProperties(block, selection, rows));
        return ValueTask.CompletedTask;
    }

    // A mutation may change an object that an earlier field of it gave, so its properties are read at once.
    private bool IsWrittenDirectly(Selection selection, ResultBlock block) =>
        context.Kind != OperationKind.Mutation && selection.Property is { } property && property.AllWritable(block.Sources);

    private object?[] ReadProperties(ResultBlock block, Selection selection, int[]? rows)
    {
        var values = new object?[block.Sources.Length];
        for (var i = 0; i < (rows?.Length ?? values.Length); i++)
        {
            var row = rows is null ? i : rows[i];
            values[row] = ReadProperty(block.Sources[row], selection);
        }

        return values;
    }

    private object? ReadProperty(object source, Selection selection)
    {
        try
        {
            return selection.Field.Resolver switch
            {
                PropertyResolver property => property.Get(source),
                SubscriptionResolver => ((SourceEvent)source).Value,
                _ => throw new InvalidOperationException($"The field {selection.Coordinate} has no resolver."),
            };
        }
        catch (Exception e)
        {
            return new FieldFault(context.Scope.Errors.Of(e, selection));
        }
    }

    private async ValueTask RunBatchAsync(ResultBlock block, int index, BatchResolver resolver, int[]? rows)
    {
        context.Scope.Cancel.ThrowIfCancellationRequested();
        var selection = block.Set.Selections[index];
        IReadOnlyList<object> parents = rows is null ? block.Sources : Array.ConvertAll(rows, row => block.Sources[row]);
        var values = await ResolveAsync(selection, resolver, parents);
        if (selection.Stream is not null) values = await OpenAsync(selection, values);
        completion.Complete(block, index, Spread(values, rows, block.Sources.Length));
    }

    private async ValueTask<IReadOnlyList<object?>> ResolveAsync(Selection selection, BatchResolver resolver, IReadOnlyList<object> parents)
    {
        try
        {
            using var step = RequestTrace.Step(selection, parents.Count);
            var field = new FieldContext(selection, context.Schema.Schema, context.Scope.Services, selection.Arguments.For(context.Variables));
            var values = await resolver.ResolveAsync(field, parents, context.Scope.Cancel);
            return values.Count == parents.Count
                ? values
                : throw new InvalidOperationException($"The resolver gave {values.Count} values for {parents.Count} parents.");
        }
        catch (Exception e)
        {
            // A database reports a cancelled statement in many ways; once the request is over, none of them is an error of the field.
            context.Scope.Cancel.ThrowIfCancellationRequested();
            var fault = new FieldFault(context.Scope.Errors.Of(e, selection));
            return Enumerable.Repeat<object?>(fault, parents.Count).ToArray();
        }
    }

    /// <summary>Reads as much of asynchronous lists as is answered with the field.</summary>
    private async ValueTask<IReadOnlyList<object?>> OpenAsync(Selection selection, IReadOnlyList<object?> values)
    {
        var opened = new object?[values.Count];
        for (var i = 0; i < opened.Length; i++)
            opened[i] = values[i] is IAsyncEnumerable<object?> items ? await OpenAsync(selection, items) : values[i];
        return opened;
    }

    private async ValueTask<object> OpenAsync(Selection selection, IAsyncEnumerable<object?> items)
    {
        SourceStream? stream = null;
        try
        {
            var count = selection.Stream!.InitialCount(context.Variables);
            stream = new SourceStream(items.GetAsyncEnumerator(context.Scope.Cancel));
            var first = new List<object?>();
            while (first.Count < count)
            {
                if (!await stream.MoveNextAsync(context.Scope.Cancel))
                {
                    await stream.DisposeAsync();
                    return first;
                }

                first.Add(stream.Current);
            }

            return new OpenList(first, stream);
        }
        catch (Exception e)
        {
            if (stream is not null) await stream.DisposeAsync();
            context.Scope.Cancel.ThrowIfCancellationRequested();
            return new FieldFault(context.Scope.Errors.Of(e, selection));
        }
    }

    private static object?[] Spread(IReadOnlyList<object?> values, int[]? rows, int length)
    {
        var spread = new object?[length];
        for (var i = 0; i < values.Count; i++) spread[rows is null ? i : rows[i]] = values[i];
        return spread;
    }
}
