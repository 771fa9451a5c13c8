using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>What a change did was changed again since, so it cannot be taken back.</summary>
internal sealed class ChangedSinceError(IReadOnlyList<JournalEntry> changesSince) : Refusal(
    "CHANGED_SINCE", $"It was changed again since ({string.Join(", ", changesSince.Select(entry => $"change {entry.Position}"))}): take those back first, or set what is right.")
{
    /// <summary>Who changed what of it since, the first change of each subject first.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<JournalEntry> ChangesSince { get; } = changesSince;
}
