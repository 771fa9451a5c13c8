using System.Security.Cryptography;
using System.Text.Json;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Idempotency;

/// <summary>Remembers requests by their idempotency keys, in the transaction that carries them out. See <c>docs/decisions/0010-retries.md</c>.</summary>
internal sealed class RememberedRequests(BookkeepingDb db, IOptions<IdempotencyOptions> options)
{
    /// <summary>Reads what is remembered of some keys.</summary>
    /// <param name="mutation">The mutation.</param>
    /// <param name="keys">The keys of its requests; null for one without.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<KeyedRequests> LoadAsync(string mutation, IEnumerable<string?> keys, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = keys.OfType<string>().Distinct().ToList();
        var rows = wanted.Count == 0 ? [] : await db.RememberedRequests.Where(request => request.Mutation == mutation && wanted.Contains(request.Key)).ToListAsync(cancel);
        return new KeyedRequests(db, mutation, rows, now, now - options.Value.Lifetime);
    }
}

/// <summary>The requests of one list that have keys.</summary>
/// <param name="db">Where they are remembered.</param>
/// <param name="mutation">The mutation.</param>
/// <param name="known">Those that are remembered.</param>
/// <param name="now">The present.</param>
/// <param name="oldest">What was carried out before is forgotten.</param>
internal sealed class KeyedRequests(BookkeepingDb db, string mutation, IEnumerable<RememberedRequest> known, DateTimeOffset now, DateTimeOffset oldest)
{
    private readonly Dictionary<string, RememberedRequest> requests = known.ToDictionary(request => request.Key);

    /// <summary>Carries a request out, unless one of the same key was: then it gives what that one gave.</summary>
    /// <param name="key">The key; null for a request without, which is carried out.</param>
    /// <param name="input">The input without the key, to tell another one.</param>
    /// <param name="carryOut">Carries it out. What it refuses is not remembered: the request may be put right and sent again.</param>
    /// <param name="keyOf">What to remember of the result.</param>
    /// <param name="recall">The result, from what was remembered.</param>
    /// <exception cref="RefusalException">The key was given to another input.</exception>
    public T Once<T>(string? key, object input, Func<T> carryOut, Func<T, string> keyOf, Func<string, T> recall)
    {
        if (key is null) return carryOut();
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, input.GetType())));
        if (requests.TryGetValue(key, out var request) && request.At > oldest)
            return request.InputDigest == digest ? recall(request.Result) : throw Reused(key, request);
        var result = carryOut();
        if (request is null) db.Add(requests[key] = request = new RememberedRequest { Mutation = mutation, Key = key });
        (request.InputDigest, request.Result, request.At) = (digest, keyOf(result), now);
        return result;
    }

    private RefusalException Reused(string key, RememberedRequest first) => new KeyReusedError(
        $"The key \"{key}\" was given to a {mutation} with another input at {first.At:O}: each request needs a key of its own, and only a repetition has the same.", first.Result).AsException();
}

/// <summary>The idempotency key was given to another request, which was carried out.</summary>
/// <param name="message">What would be right.</param>
/// <param name="result">See <see cref="Result"/>.</param>
internal sealed class KeyReusedError(string message, string result) : Refusal("IDEMPOTENCY_KEY_REUSED", message)
{
    /// <summary>What the other request wrote: the number of a log entry. So who got no answer to it, and changed the input since, learns that it was carried out.</summary>
    public string Result { get; } = result;
}
