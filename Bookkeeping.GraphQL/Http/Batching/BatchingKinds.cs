namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>The ways to send several requests in one.</summary>
[Flags]
public enum BatchingKinds
{
    /// <summary>Each request comes alone.</summary>
    None = 0,

    /// <summary>The body is a list of requests.</summary>
    Requests = 1,

    /// <summary>The address names several operations of one document: <c>?batchOperations=[A,B]</c>.</summary>
    Operations = 2,

    /// <summary>The variables of a request are a list of objects; it runs once for each.</summary>
    Variables = 4,

    /// <summary>All of them, also at once.</summary>
    All = Requests | Operations | Variables,
}
