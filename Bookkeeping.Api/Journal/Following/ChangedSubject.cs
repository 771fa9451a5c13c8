using Bookkeeping.GraphQL.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>A subject that was changed in a window.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Entries">Its entries in the window, the first one first.</param>
internal sealed record ChangedSubject<TKey>(TKey Key, IReadOnlyList<JournalEntry> Entries)
{
    /// <summary>The position of its last entry.</summary>
    public long Last => Entries[^1].Position;

    /// <summary>What the change is to one who follows all subjects; null: nothing, it came and went.</summary>
    public ChangeEffect? EffectWithoutFilter => Effect(matchedBefore: true, matchesAfter: true);

    private bool IsCreated => Entries.Any(entry => entry.Kind == ChangeKind.Created);

    private bool IsRemoved => Entries[^1].Kind == ChangeKind.Removed;

    /// <summary>What the change is to one who follows what matches a filter; null: nothing.</summary>
    /// <param name="matchedBefore">Whether it matched before the window; null when that cannot be told.</param>
    /// <param name="matchesAfter">Whether it matches after it.</param>
    public ChangeEffect? Effect(bool? matchedBefore, bool matchesAfter)
    {
        if (IsRemoved) return IsCreated ? null : ChangeEffect.Removed;
        if (IsCreated) return matchesAfter ? ChangeEffect.Created : null;
        return (matchedBefore, matchesAfter) switch
        {
            (true, true) => ChangeEffect.Changed,
            (_, true) => ChangeEffect.Entered,
            (false, false) => null,
            _ => ChangeEffect.Left,
        };
    }

    /// <summary>What the subject was before the window and after it.</summary>
    /// <param name="later">Its entries behind the window.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="model">The model.</param>
    public (FormerState Before, FormerState After) StatesOf<T>(IEnumerable<JournalEntry> later, RowFilter<T> filter, SubjectFields<T> fields, IReadOnlyModel model)
        where T : class
    {
        var after = FormerState.Before(later, filter, fields, model);
        // What cannot be told is told as it is; the changes that made it so are told next.
        return (FormerState.Before(Entries.Concat(later), filter, fields, model), after.IsKnown ? after : FormerState.Unchanged);
    }
}
