namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>Whether a request wants to know what it costs.</summary>
public enum CostReporting
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The answer's <c>extensions.operationCost</c> tells it.</summary>
    Report,

    /// <summary>It wants to know only that: nothing runs.</summary>
    Validate,
}
