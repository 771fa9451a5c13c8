namespace Bookkeeping.Web.Logs;

/// <summary>A log entry as tables show it.</summary>
public sealed record LogEntryRow(
    int Number, string Title, DateTimeOffset CreatedAt, int ReplyCount, AuthorName Author, IReadOnlyList<TagText> Tags);

public sealed record AuthorName(string Name);

public sealed record TagText(string Text);

public sealed record RunLink(int RunNumber);

public sealed record EnvironmentLink(string EnvironmentId);

public sealed record FillLink(int FillNumber);
