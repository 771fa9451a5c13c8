using System.Text.Json;

namespace Bookkeeping.Client;

/// <summary>What became of an operation: its data, its errors, or both.</summary>
/// <typeparam name="T">The generated record of the operation's selection.</typeparam>
public interface IOperationResult<out T>
    where T : class
{
    /// <summary>The answer's data; null when there is none, and then <see cref="Errors"/> say why.</summary>
    T? Data { get; }

    /// <summary>What went wrong; with data beside, the fields that failed are null there.</summary>
    IReadOnlyList<IClientError> Errors { get; }

    /// <summary>What the server said beside; empty when nothing.</summary>
    IReadOnlyDictionary<string, JsonElement> Extensions { get; }
}

/// <summary>What became of an operation.</summary>
public sealed record OperationResult<T>(T? Data, IReadOnlyList<IClientError> Errors) : IOperationResult<T>
    where T : class
{
    private static readonly Dictionary<string, JsonElement> NoExtensions = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = NoExtensions;
}

/// <summary>Questions to results.</summary>
public static class OperationResults
{
    /// <summary>Whether nothing went wrong.</summary>
    public static bool IsSuccessResult<T>(this IOperationResult<T> result)
        where T : class => result.Errors.Count == 0;

    /// <summary>Whether something went wrong; there may be data beside.</summary>
    public static bool IsErrorResult<T>(this IOperationResult<T> result)
        where T : class => result.Errors.Count > 0;

    /// <summary>Goes on only when nothing went wrong.</summary>
    /// <exception cref="GraphQLClientException">Something went wrong.</exception>
    public static void EnsureNoErrors<T>(this IOperationResult<T> result)
        where T : class
    {
        if (result.Errors.Count > 0) throw new GraphQLClientException(result.Errors);
    }

    /// <summary>The data of an operation that must not fail.</summary>
    /// <exception cref="GraphQLClientException">Something went wrong.</exception>
    public static async Task<T> DataOrThrowAsync<T>(this Task<IOperationResult<T>> operation)
        where T : class
    {
        var result = await operation.ConfigureAwait(false);
        result.EnsureNoErrors();
        // An answer without errors has data; the reader of answers has checked that.
        return result.Data!;
    }
}
