using Bookkeeping.Api.Journal;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Refusals;

/// <summary>Somebody else changed the subject since it was read.</summary>
internal sealed class VersionConflictError(int currentVersion, IReadOnlyList<JournalEntry> changesSince) : Refusal(
    "VERSION_CONFLICT", $"It was changed since you read it and has version {currentVersion} now: look at what changed, and send the change again with that version.")
{
    /// <summary>The version it has now.</summary>
    public int CurrentVersion { get; } = currentVersion;

    /// <summary>Who changed what since the version that was named, the first change first. The new values are the present ones.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<JournalEntry> ChangesSince { get; } = changesSince;

    /// <summary>Refuses a change that was made on an older version.</summary>
    /// <param name="named">The version that the client read; null when it does not care.</param>
    /// <param name="current">The version now.</param>
    /// <param name="history">The journal of the subject.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <exception cref="RefusalException">The versions differ.</exception>
    public static async Task CheckAsync(int? named, int current, IQueryable<JournalEntry> history, CancellationToken cancel)
    {
        if (named is null || named == current) return;
        var since = await history.AsNoTracking().Where(entry => entry.Version > named).OrderBy(entry => entry.Position).Take(100).ToListAsync(cancel);
        throw new VersionConflictError(current, since).AsException();
    }
}
