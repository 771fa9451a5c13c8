namespace Bookkeeping.Api.Journal.Following;

/// <summary>How subscriptions follow the journal. Bound from the section <c>Journal</c> of the configuration.</summary>
internal sealed record JournalOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Journal";

    /// <summary>How long a change that nobody told this server of may go unseen, above 0: the database is asked this often while anybody is subscribed. Default: 1 second.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most that <see cref="WindowEntries"/> may be.</summary>
    public const int MaxWindowEntries = 10_000;

    /// <summary>How many entries of the journal are looked at together, 1 to 10,000; several changes of one subject among them are told as one. Default: 256.</summary>
    public int WindowEntries { get; init; } = 256;

    /// <summary>How many messages may wait for one subscriber, above 0; one more ends its subscription with <c>SUBSCRIBER_TOO_SLOW</c>. Default: 1,024.</summary>
    public int SubscriberMessages { get; init; } = 1_024;

    /// <summary>How many entries are kept in memory for those who are a little behind, 0 or more; older ones are read from the database. Default: 4,096.</summary>
    public int RecentEntries { get; init; } = 4_096;

    /// <summary>How long the changes in the entries kept may be together, in UTF-16 code units, 0 or more. Default: 8 Mi.</summary>
    public long RecentLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => PollInterval > TimeSpan.Zero && WindowEntries is > 0 and <= MaxWindowEntries && SubscriberMessages > 0 && RecentEntries >= 0 && RecentLength >= 0;
}
