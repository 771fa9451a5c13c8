namespace Bookkeeping.GraphQL.Execution;

/// <summary>What comes of a request: one answer (<see cref="ExecutionResult"/>) or a stream of them (<see cref="ResultStream"/>).</summary>
public abstract class ExecutionResponse
{
    private protected ExecutionResponse()
    {
    }
}
