using Bookkeeping.Api.Logs;

namespace Bookkeeping.Tests.Logs;

/// <summary>Log entries for tests.</summary>
internal static class TestEntries
{
    /// <summary>An entry that opens a thread.</summary>
    public static LogEntry Root(int number, string title = "Title", string text = "") => In(null, number, title, text);

    /// <summary>A reply to an entry.</summary>
    public static LogEntry Reply(this LogEntry parent, int number) => In(parent, number, parent.Title, "");

    private static LogEntry In(LogEntry? parent, int number, string title, string text)
    {
        var at = DateTimeOffset.UnixEpoch.AddMinutes(number);
        var entry = new LogEntry { Number = number, Title = title, Text = text, CreatedAt = at, UpdatedAt = at };
        entry.JoinThread(parent);
        return entry;
    }
}
