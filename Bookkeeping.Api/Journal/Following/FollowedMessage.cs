using Bookkeeping.GraphQL.Execution.Sharing;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>What subscribers of the journal are told.</summary>
internal abstract class FollowedMessage : SharedEvent
{
    /// <summary>Where to go on from: given as <c>after</c> to a subscription, it tells all that comes after this message.</summary>
    public required string Cursor { get; init; }
}

/// <summary>What subscribers are told of a subject that was changed.</summary>
internal abstract class FollowedChange : FollowedMessage
{
    /// <summary>What the change is to one who follows what matches <c>where</c>.</summary>
    public required ChangeEffect Effect { get; init; }

    /// <summary>When the last of the changes was made.</summary>
    public DateTimeOffset At => Entries[^1].At;

    /// <summary>The changes that are told, the first one first; several when they followed each other faster than they were told.</summary>
    [ListSize(AssumedSize = 2)]
    public required IReadOnlyList<JournalEntry> Entries { get; init; }
}

/// <summary>What a change is to one who follows what matches a filter, or all.</summary>
internal enum ChangeEffect
{
    /// <summary>It came to be, and matches.</summary>
    Created,

    /// <summary>It matches, as it did before.</summary>
    Changed,

    /// <summary>It matches now and did not before; or that cannot be told, as for a filter on lists of the subject (tags, detectors) that were changed.</summary>
    Entered,

    /// <summary>It does not match any more; or that it did cannot be told, as above. One who does not know it has nothing to do.</summary>
    Left,

    /// <summary>It was removed, whether it matched or not.</summary>
    Removed,
}
