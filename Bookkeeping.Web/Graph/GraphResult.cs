using Bookkeeping.Client;

namespace Bookkeeping.Web.Graph;

/// <summary>What a page got: its data, or why not.</summary>
/// <typeparam name="T">The record the page declares for its operation.</typeparam>
public sealed record GraphResult<T>(T? Data, IReadOnlyList<IClientError> Failures)
    where T : class;
