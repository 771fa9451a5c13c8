using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>One run of a plan, breadth first: each selection once for all its parents, one step after the other.</summary>
/// <remarks>Source: GraphQL, September 2025, "Executing Operations". Never are two resolvers of a request at work at once, so they may share
/// what is not safe for concurrent use, a database context for one.</remarks>
internal sealed class OperationRun
{
    private readonly ExecutableSchema schema;
    private readonly OperationPlan plan;
    private readonly VariableValues variables;
    private readonly RequestScope scope;
    private readonly ResultTree tree;
    private readonly ColumnCompletion completion;
    private readonly Queue<ResultBlock> pending = new();

    /// <summary>Prepares the run.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="plan">What to run.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="scope">The services and the end of the request.</param>
    /// <param name="root">The parent of the root fields: a <see cref="SourceEvent"/> for a subscription, else the <see cref="RootObject"/>.</param>
    public OperationRun(ExecutableSchema schema, OperationPlan plan, VariableValues variables, RequestScope scope, object root)
    {
        this.schema = schema;
        this.plan = plan;
        this.variables = variables;
        this.scope = scope;
        tree = new ResultTree(plan.Root, root, scope.Errors.Options);
        completion = new ColumnCompletion(schema, tree, scope.Errors, pending);
    }

    /// <summary>Runs the operation to its end.</summary>
    /// <exception cref="OperationCanceledException">The deadline passed or the client went away.</exception>
    public async ValueTask<ResultTree> RunAsync()
    {
        if (plan.Kind == OperationKind.Mutation) await RunSeriallyAsync();
        else await RunBlockAsync(tree.Root);
        await RunPendingAsync();
        return tree;
    }

    // A mutation's root field is answered to its last leaf before the next one writes.
    private async ValueTask RunSeriallyAsync()
    {
        for (var i = 0; i < plan.Root.Selections.Length; i++)
        {
            await RunFieldAsync(tree.Root, i);
            await RunPendingAsync();
        }
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
        plan.Kind != OperationKind.Mutation && selection.Property is { } property && property.AllWritable(block.Sources);

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
            return new FieldFault(scope.Errors.Of(e, selection));
        }
    }

    private async ValueTask RunBatchAsync(ResultBlock block, int index, BatchResolver resolver, int[]? rows)
    {
        scope.Cancel.ThrowIfCancellationRequested();
        var selection = block.Set.Selections[index];
        IReadOnlyList<object> parents = rows is null ? block.Sources : Array.ConvertAll(rows, row => block.Sources[row]);
        var values = await ResolveAsync(selection, resolver, parents);
        completion.Complete(block, index, Spread(values, rows, block.Sources.Length));
    }

    private async ValueTask<IReadOnlyList<object?>> ResolveAsync(Selection selection, BatchResolver resolver, IReadOnlyList<object> parents)
    {
        try
        {
            using var step = RequestTrace.Step(selection, parents.Count);
            var context = new FieldContext(selection, schema.Schema, scope.Services, selection.Arguments.For(variables));
            var values = await resolver.ResolveAsync(context, parents, scope.Cancel);
            return values.Count == parents.Count
                ? values
                : throw new InvalidOperationException($"The resolver gave {values.Count} values for {parents.Count} parents.");
        }
        catch (Exception e)
        {
            // A database reports a cancelled statement in many ways; once the request is over, none of them is an error of the field.
            scope.Cancel.ThrowIfCancellationRequested();
            var fault = new FieldFault(scope.Errors.Of(e, selection));
            return Enumerable.Repeat<object?>(fault, parents.Count).ToArray();
        }
    }

    private static object?[] Spread(IReadOnlyList<object?> values, int[]? rows, int length)
    {
        var spread = new object?[length];
        for (var i = 0; i < values.Count; i++) spread[rows is null ? i : rows[i]] = values[i];
        return spread;
    }
}
