using System.Globalization;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>Tells the changes of the subjects of one kind, each once in a window, and what they are to one who follows what matches a filter.</summary>
/// <typeparam name="T">The subject's class.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <param name="subject">The kind.</param>
/// <param name="filter">The filter.</param>
/// <param name="fields">The subject's fields.</param>
/// <param name="make">Makes the message.</param>
internal sealed class SubjectMessages<T, TKey>(
    JournalSubject subject, RowFilter<T> filter, SubjectFields<T, TKey> fields, Func<TKey, SubjectTold, FollowedMessage> make) : MessageMaker
    where T : class
    where TKey : notnull
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FollowedMessage>> MakeAsync(
        JournalWindow window, IReadOnlyList<JournalEntry> entries, IServiceProvider services, CancellationToken cancel)
    {
        var changed = entries.Where(entry => entry.Subject == subject).GroupBy(entry => entry.Key)
            .Select(group => new ChangedSubject<TKey>(KeyOf(group.Key), [.. group]))
            .Where(one => one.Last > window.Told).OrderBy(one => one.Last).ToList();
        if (changed.Count == 0) return [];
        var effects = filter.IsEmpty ? changed.ConvertAll(one => one.EffectWithoutFilter) : await EffectsAsync(changed, window, services, cancel);
        var told = changed.Zip(effects).Where(pair => pair.Second is not null).ToList();
        return [.. told.Select((pair, i) => make(pair.First.Key, new SubjectTold(
            pair.Second!.Value, window.CursorOf(pair.First.Last, isLast: i == told.Count - 1).ToString(), pair.First.Entries)))];
    }

    private static TKey KeyOf(string text) => (TKey)Convert.ChangeType(text, typeof(TKey), CultureInfo.InvariantCulture);

    private async Task<List<ChangeEffect?>> EffectsAsync(List<ChangedSubject<TKey>> changed, JournalWindow window, IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<BookkeepingDb>();
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancel);
        var later = await LaterAsync(db, changed.ConvertAll(one => one.Key), window.Until, cancel);
        var states = changed.ConvertAll(one => one.StatesOf(later[one.Key], filter, fields, db.Model));
        var matching = new Dictionary<string, IReadOnlySet<TKey>>();
        var wanted = changed.Zip(states).SelectMany(pair => new[] { (pair.First.Key, State: pair.Second.Before), (pair.First.Key, State: pair.Second.After) });
        foreach (var same in wanted.Where(one => one.State.IsKnown).GroupBy(one => one.State.Spelled))
        {
            var former = new FormerRow<T>(same.First().State.Values, fields.Stored);
            matching[same.Key] = await filter.MatchingAsync<TKey>(services, [.. same.Select(one => one.Key).Distinct()], former, cancel);
        }

        return [.. changed.Zip(states, (one, state) => one.Effect(Matches(one.Key, state.Before), Matches(one.Key, state.After)!.Value))];

        bool? Matches(TKey key, FormerState state) => state.IsKnown ? matching[state.Spelled].Contains(key) : null;
    }

    // What was changed behind the window is not what the window tells: the rows are put back to what they were at its end.
    private async Task<ILookup<TKey, JournalEntry>> LaterAsync(BookkeepingDb db, List<TKey> keys, long until, CancellationToken cancel)
    {
        if (fields.History is null) return Array.Empty<JournalEntry>().ToLookup(_ => default(TKey)!);
        var later = await fields.History(db.Journal.AsNoTracking(), keys).Where(entry => entry.Position > until).OrderBy(entry => entry.Position).ToListAsync(cancel);
        return later.ToLookup(entry => KeyOf(entry.Key));
    }
}

/// <summary>What is told of a subject.</summary>
/// <param name="Effect">What the change is to one who follows.</param>
/// <param name="Cursor">Where to go on from.</param>
/// <param name="Entries">The changes.</param>
internal sealed record SubjectTold(ChangeEffect Effect, string Cursor, IReadOnlyList<JournalEntry> Entries);
