namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>What a run has of its request.</summary>
/// <param name="Services">The request's services, for its resolvers.</param>
/// <param name="Errors">Words what its resolvers throw.</param>
/// <param name="Cancel">Ends with the deadline and with the client.</param>
internal sealed record RequestScope(IServiceProvider Services, FieldErrors Errors, CancellationToken Cancel);
