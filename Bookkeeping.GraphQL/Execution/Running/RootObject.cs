namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>The parent of the root fields of queries and mutations.</summary>
internal sealed class RootObject
{
    private RootObject()
    {
    }

    /// <summary>The one there is: roots hold nothing.</summary>
    public static RootObject Instance { get; } = new();
}

/// <summary>The parent of a subscription's root field in one answer.</summary>
/// <param name="Value">The event, which is the field's value.</param>
internal sealed record SourceEvent(object? Value);
