using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Running;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>What is left of a list, in one object.</summary>
/// <param name="cut">The list.</param>
/// <param name="path">Its path.</param>
/// <param name="within">Tells whether its first items have been sent.</param>
internal sealed class StreamedList(CutList cut, List<object> path, Delivery within) : PendingPart(cut.Column.Selection.Stream!.Label, path, within), IAsyncDisposable
{
    private ReadOnlyMemory<object?> items = cut.Items;
    private bool isAtEnd;

    /// <summary>The field.</summary>
    public Selection Selection => cut.Column.Selection;

    /// <summary>The block of the object.</summary>
    public ResultBlock Block => cut.Column.Block;

    /// <summary>The row of the object.</summary>
    public int Row => cut.Row;

    /// <summary>The place of the next item.</summary>
    public int Next { get; private set; } = cut.Next;

    /// <summary>What is awaited for more items; null when none are.</summary>
    public Task<bool>? Moving { get; private set; }

    /// <summary>What ended the list before its end; null while nothing did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether all items were taken.</summary>
    public bool IsAtEnd => cut.Source is null ? items.IsEmpty : isAtEnd || Failure is not null;

    /// <inheritdoc/>
    public override object Turn => Selection.Stream!;

    /// <inheritdoc/>
    public override bool IsEmpty => false;

    /// <summary>Takes the items that are here without waiting.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Ends the waiting that begins when there are none.</param>
    public object?[] Take(int most, CancellationToken cancel)
    {
        var taken = cut.Source is null ? TakeHere(most) : TakeCome(most, cancel);
        Next += taken.Length;
        return taken;
    }

    /// <summary>Closes where the items come from.</summary>
    public ValueTask DisposeAsync() => cut.Source?.DisposeAsync() ?? ValueTask.CompletedTask;

    private object?[] TakeHere(int most)
    {
        var taken = items[..Math.Min(most, items.Length)].ToArray();
        items = items[taken.Length..];
        return taken;
    }

    private object?[] TakeCome(int most, CancellationToken cancel)
    {
        var taken = new List<object?>();
        while (taken.Count < most)
        {
            Moving ??= cut.Source!.MoveNextAsync(cancel).AsTask();
            if (!Moving.IsCompleted) break;
            if (!Moving.IsCompletedSuccessfully || !Moving.Result)
            {
                Failure = Moving.Exception?.InnerException;
                isAtEnd = true;
                break;
            }

            taken.Add(cut.Source!.Current);
            Moving = null;
        }

        return [.. taken];
    }
}
