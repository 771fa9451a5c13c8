using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>A fragment deferred on one object. It reaches the client whole, or not at all.</summary>
/// <param name="usage">Its <c>@defer</c>.</param>
/// <param name="path">The path of the object.</param>
/// <param name="parent">The deferred fragment it stands in; null when it stands in none.</param>
/// <param name="within">Tells whether the object has been sent.</param>
internal sealed class DeferredFragment(DeferUsage usage, List<object> path, DeferredFragment? parent, Delivery within)
    : PendingPart(usage.Label, path, within)
{
    /// <summary>Its <c>@defer</c>.</summary>
    public DeferUsage Usage { get; } = usage;

    /// <summary>The objects that it has fields of: its own, and some below it.</summary>
    public List<DeferredObject> Objects { get; } = [];

    /// <inheritdoc/>
    public override object Turn => Usage;

    /// <inheritdoc/>
    public override bool IsEmpty => Objects.Count == 0;

    /// <inheritdoc/>
    public override bool IsLost => base.IsLost || parent?.State == PartState.Dropped;

    /// <inheritdoc/>
    public override bool IsReady => base.IsReady && parent?.State is null or PartState.Completed;
}

/// <summary>Deferred fields of one object. They may belong to several fragments, and are sent with the first that is complete.</summary>
/// <param name="origin">The block of the object.</param>
/// <param name="row">Its row.</param>
/// <param name="fragments">The fragments.</param>
internal sealed class DeferredObject(ResultBlock origin, int row, IReadOnlyList<DeferredFragment> fragments)
{
    private ResultTree? tree;
    private int rowInTree;

    /// <summary>The object's row in its block.</summary>
    public int Row { get; } = row;

    /// <summary>The fragments that it belongs to.</summary>
    public IReadOnlyList<DeferredFragment> Fragments { get; } = fragments;

    /// <summary>Whether it has been sent.</summary>
    public Delivery Delivery { get; } = new();

    /// <summary>Whether an error among its fields left nothing of it.</summary>
    public bool IsFailed => tree!.IsNulled(rowInTree);

    /// <summary>The errors of its fields and of what is below them.</summary>
    public IReadOnlyList<Language.GraphQLError> Errors => tree!.ErrorsOf(rowInTree);

    /// <summary>The fields as they were answered.</summary>
    public ObjectRef Data => new(tree!.Root, rowInTree);

    /// <summary>The path of the object.</summary>
    public List<object> Path => ResultPath.Of(origin, Row);

    /// <summary>Takes the answer.</summary>
    public void Take(ResultTree answered, int answeredRow) => (tree, rowInTree) = (answered, answeredRow);
}

/// <summary>Deferred fields of the objects of a block, that wait to be answered together.</summary>
/// <param name="Origin">The block.</param>
/// <param name="Group">The fields.</param>
/// <param name="Waiting">The objects.</param>
internal sealed record DeferredBatch(ResultBlock Origin, DeferredGroup Group, List<DeferredObject> Waiting);
