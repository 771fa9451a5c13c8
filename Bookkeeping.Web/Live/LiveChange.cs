namespace Bookkeeping.Web.Live;

/// <summary>Something of the logbook was changed.</summary>
/// <param name="Subject">What kind of thing: <c>RUN</c>, <c>FILL</c>, <c>ENVIRONMENT</c>, <c>LOG_ENTRY</c>, <c>TAG</c>.</param>
/// <param name="Key">Which one: a run's number, an environment's id.</param>
internal readonly record struct LiveChange(string Subject, string Key);

/// <summary>What a screen wants to hear of.</summary>
/// <param name="all">Subjects of which every change counts.</param>
/// <param name="some">Single things.</param>
internal sealed class LiveInterest(IReadOnlySet<string> all, IReadOnlySet<LiveChange> some)
{
    // A page names a few subjects and things; more is no page of this site.
    private const int MaxNames = 32;
    private const int MaxLength = 1024;

    /// <summary>Reads <c>RUN,FILL:8178</c>.</summary>
    /// <returns>Null when it is none, or names too much.</returns>
    public static LiveInterest? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength) return null;
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0 or > MaxNames) return null;
        var things = names.Where(name => name.Contains(':')).Select(name => new LiveChange(name[..name.IndexOf(':')], name[(name.IndexOf(':') + 1)..]));
        return new LiveInterest(names.Where(name => !name.Contains(':')).ToHashSet(), things.ToHashSet());
    }

    /// <summary>Whether a change concerns the screen.</summary>
    public bool Has(LiveChange change) => all.Contains(change.Subject) || some.Contains(change);
}
