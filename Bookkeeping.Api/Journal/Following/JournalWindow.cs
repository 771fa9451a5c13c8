namespace Bookkeeping.Api.Journal.Following;

/// <summary>A stretch of the journal that is told together: each subject that has entries in it once, in the order of their last ones.</summary>
/// <param name="From">The position before its first entry.</param>
/// <param name="Until">Its last position.</param>
/// <param name="Told">Subjects whose last entry is not behind this position were told already.</param>
internal readonly record struct JournalWindow(long From, long Until, long Told = 0)
{
    /// <summary>The cursor of the message on a subject.</summary>
    /// <param name="last">The subject's last entry.</param>
    /// <param name="isLast">Whether nothing is told of this window after it.</param>
    public JournalCursor CursorOf(long last, bool isLast) => isLast || last == Until ? JournalCursor.At(Until) : new JournalCursor(From, Until, last);
}

/// <summary>Makes the messages of a window, for all who ask the same.</summary>
internal abstract class MessageMaker
{
    /// <summary>The messages, in the order they are told.</summary>
    /// <param name="window">The window.</param>
    /// <param name="entries">All its entries.</param>
    /// <param name="services">Services of this call alone.</param>
    /// <param name="cancel">Ends when nobody waits any more.</param>
    public abstract Task<IReadOnlyList<FollowedMessage>> MakeAsync(JournalWindow window, IReadOnlyList<JournalEntry> entries, IServiceProvider services, CancellationToken cancel);
}
