namespace Bookkeeping.GraphQL.Execution;

/// <summary>What comes of a request: one answer (<see cref="ExecutionResult"/>) or a stream of them (<see cref="ResultStream"/>).</summary>
public abstract class ExecutionResponse
{
    private protected ExecutionResponse()
    {
    }

    /// <summary>The answer that is sent first, where it is there already; null for the events of a subscription.</summary>
    internal abstract ExecutionResult? First { get; }
}
