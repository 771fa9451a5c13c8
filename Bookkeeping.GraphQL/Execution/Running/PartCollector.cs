using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Streaming;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>What a run leaves for later parts of the answer, in the order it was met.</summary>
internal sealed class PartCollector : IAsyncDisposable
{
    /// <summary>The blocks whose objects have fields that are deferred.</summary>
    public List<ResultBlock> Blocks { get; } = [];

    /// <summary>The lists with items that are streamed.</summary>
    public List<CutList> Lists { get; } = [];

    /// <summary>Notes a block.</summary>
    public void Add(ResultBlock block) => Blocks.Add(block);

    /// <summary>Notes a list.</summary>
    public void Add(CutList list) => Lists.Add(list);

    /// <summary>Closes the lists whose items are still to come, after a run that came to nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var list in Lists)
            if (list.Source is { } source) await source.DisposeAsync();
    }
}

/// <summary>A list of which only the first items are answered with its field.</summary>
/// <param name="Column">The field.</param>
/// <param name="Row">The object.</param>
/// <param name="Next">The place of the first item that is left.</param>
/// <param name="Items">The items left; empty when they are still to come.</param>
/// <param name="Source">Where the items come from that are still to come; null when all are here.</param>
internal sealed record CutList(ResultColumn Column, int Row, int Next, ReadOnlyMemory<object?> Items, SourceStream? Source);

/// <summary>An asynchronous list of which the first items were read.</summary>
/// <param name="First">The items read.</param>
/// <param name="Rest">Those to come.</param>
internal sealed record OpenList(List<object?> First, SourceStream Rest);
