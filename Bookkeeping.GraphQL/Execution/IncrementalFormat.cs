namespace Bookkeeping.GraphQL.Execution;

/// <summary>How the parts of an answer that <c>@defer</c> and <c>@stream</c> split are told to the client.</summary>
public enum IncrementalFormat
{
    /// <summary>The client takes one answer only.</summary>
    None,

    /// <summary>Version 0.1: each part names its path.</summary>
    V01,

    /// <summary>Version 0.2: parts are announced under an id, and completed by it.</summary>
    V02,
}
