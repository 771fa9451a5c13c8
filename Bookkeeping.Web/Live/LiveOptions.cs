namespace Bookkeeping.Web.Live;

/// <summary>How changes reach the pages that are open (<c>Live</c>).</summary>
internal sealed class LiveOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string SectionName = "Live";

    /// <summary>How many changes are remembered for screens that lost their connection; one that is further behind reads its page anew. From 1 to 1,000,000.</summary>
    public int RecentChanges { get; set; } = 4096;

    /// <summary>The least time between two messages to one screen: changes that follow each other faster are told together. Above zero.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a screen is told that the connection stands; it says so itself when it hears nothing for twice that time and a second. Above zero, at most 4 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a screen may take to accept a message before it is let go. Above zero.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many pages rendered for open screens are kept for others that show the same. From 0.</summary>
    public int SharedPages { get; set; } = 256;

    /// <summary>The largest such page, bytes as they are sent. From 0.</summary>
    public int SharedPageBytes { get; set; } = 1024 * 1024;

    /// <summary>How long such a page is kept while nothing is changed that its screens watch. Above zero, at most 1 min.</summary>
    public TimeSpan SharedPageAge { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two renderings of one page for open screens; those who want it earlier wait. From 0 to 5 s.</summary>
    public TimeSpan RenderInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether all of it makes sense.</summary>
    public bool IsValid() => RecentChanges is >= 1 and <= 1_000_000 && Interval > TimeSpan.Zero && Heartbeat > TimeSpan.Zero && Heartbeat <= TimeSpan.FromSeconds(4)
        && SendTimeout > TimeSpan.Zero && SharedPages >= 0 && SharedPageBytes >= 0
        && SharedPageAge > TimeSpan.Zero && SharedPageAge <= TimeSpan.FromMinutes(1) && RenderInterval >= TimeSpan.Zero && RenderInterval <= TimeSpan.FromSeconds(5);
}
