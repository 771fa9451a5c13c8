namespace Bookkeeping.Api.Journal;

/// <summary>A change under way: who makes it and why, and what it has done so far. It ends with its transaction.</summary>
/// <param name="actor">Who makes it.</param>
/// <param name="reason">Why; null when nothing was said.</param>
/// <param name="at">When; null for a change whose rows bring their own times.</param>
internal sealed class Change(Actor actor, string? reason = null, DateTimeOffset? at = null)
{
    private readonly Dictionary<(JournalSubject, string), SubjectChange> subjects = [];
    private Guid? transaction;

    /// <summary>Of a change whose history is told from elsewhere: nothing is noted.</summary>
    public static Change Told => new(Actor.Logbook) { IsTold = true };

    /// <summary>Whether its history is told from elsewhere.</summary>
    public bool IsTold { get; private init; }

    /// <summary>Who makes it.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>Why; null when nothing was said.</summary>
    public string? Reason { get; set; } = reason;

    /// <summary>When; null for a change whose rows bring their own times.</summary>
    public DateTimeOffset? At { get; } = at;

    /// <summary>Whether all of it is done, and only the commit is left.</summary>
    public bool IsMade { get; set; }

    /// <summary>What was changed so far, in the order of the first change of each.</summary>
    public IReadOnlyCollection<SubjectChange> Subjects => subjects.Values;

    /// <summary>What was changed of a subject.</summary>
    public SubjectChange Of(JournalSubject subject, object key, ChangeKind kind)
    {
        var text = string.Format(global::System.Globalization.CultureInfo.InvariantCulture, "{0}", key);
        if (!subjects.TryGetValue((subject, text), out var change)) subjects[(subject, text)] = change = new SubjectChange(subject, key, text, kind);
        return change;
    }

    /// <summary>Goes on in a transaction. What was done in another one is written, or was taken back.</summary>
    /// <param name="current">The transaction; null for one that is yet to begin.</param>
    public void GoOnIn(Guid? current)
    {
        if (current is null || current != transaction) Clear();
        transaction = current;
    }

    /// <summary>Forgets what was done: it is written.</summary>
    public void Clear() => subjects.Clear();
}

/// <summary>What a change did to one subject.</summary>
/// <param name="subject">Its kind.</param>
/// <param name="key">Its key.</param>
/// <param name="keyText">Its key as text.</param>
/// <param name="kind">What happened to it first.</param>
internal sealed class SubjectChange(JournalSubject subject, object key, string keyText, ChangeKind kind)
{
    private readonly List<FieldChange> fields = [];

    /// <summary>Its kind.</summary>
    public JournalSubject Subject { get; } = subject;

    /// <summary>Its key.</summary>
    public object Key { get; } = key;

    /// <summary>Its key as text.</summary>
    public string KeyText { get; } = keyText;

    /// <summary>What happened to it.</summary>
    public ChangeKind Kind { get; private set; } = kind;

    /// <summary>Its version afterwards; null while that is not known.</summary>
    public int? Version { get; set; }

    /// <summary>The fields that have other values than before.</summary>
    public IReadOnlyList<FieldChange> Fields => fields;

    /// <summary>Notes that the subject was removed after all.</summary>
    public void Remove() => Kind = ChangeKind.Removed;

    /// <summary>Notes a field's change. A second change of a field continues the first, unless it is a list's.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isListItem">Whether the field is a list, of which an item was added or taken away.</param>
    public void Add(FieldChange change, bool isListItem = false)
    {
        var first = isListItem ? -1 : fields.FindIndex(field => field.Field == change.Field);
        if (first < 0)
        {
            fields.Add(change);
            return;
        }

        fields[first] = change with { OldValue = fields[first].OldValue };
        if (fields[first].OldValue?.GetRawText() == change.NewValue?.GetRawText()) fields.RemoveAt(first);
    }
}
