namespace Bookkeeping.Client;

/// <summary>An operation went wrong.</summary>
public sealed class GraphQLClientException : Exception
{
    /// <summary>Makes the exception of a result's errors; at least one.</summary>
    public GraphQLClientException(IReadOnlyList<IClientError> errors)
        : base(string.Join(Environment.NewLine, errors.Select(Describe)), errors.Select(error => error.Exception).FirstOrDefault(inner => inner is not null)) =>
        Errors = errors;

    /// <summary>What went wrong, in the answer's order.</summary>
    public IReadOnlyList<IClientError> Errors { get; }

    private static string Describe(IClientError error)
    {
        var path = error.Path is { Count: > 0 } steps ? $" (at {string.Join('.', steps)})" : "";
        return error.Code is null ? error.Message + path : $"{error.Code}: {error.Message}{path}";
    }
}
