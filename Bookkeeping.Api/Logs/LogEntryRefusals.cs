using Bookkeeping.Api.Refusals;

namespace Bookkeeping.Api.Logs;

/// <summary>Why log entries are refused.</summary>
internal static class LogEntryRefusals
{
    /// <summary>The shortest title and text, characters.</summary>
    public const int MinLength = 3;

    /// <summary>The longest title, characters.</summary>
    public const int MaxTitleLength = 140;

    /// <summary>The longest text, characters.</summary>
    public const int MaxTextLength = 65_536;

    /// <summary>The most tags, runs, environments and fills of an entry, of each.</summary>
    public const int MaxLinks = 1000;

    /// <summary>The entry replied to is not known.</summary>
    public static NotFoundError NotFound(int number) => new("LOG_ENTRY_NOT_FOUND", $"{number}", $"There is no log entry {number} to reply to.");
}
