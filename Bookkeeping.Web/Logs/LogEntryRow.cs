namespace Bookkeeping.Web.Logs;

/// <summary>A log entry as tables show it.</summary>
internal sealed record LogEntryRow(
    int Number, string Title, DateTimeOffset CreatedAt, int ReplyCount, AuthorName Author, IReadOnlyList<TagText> Tags);

internal sealed record AuthorName(string Name);

internal sealed record TagText(string Text);

internal sealed record RunLink(int RunNumber);

internal sealed record EnvironmentLink(string EnvironmentId);

internal sealed record FillLink(int FillNumber);
