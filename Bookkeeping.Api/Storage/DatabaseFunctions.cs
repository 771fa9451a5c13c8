namespace Bookkeeping.Api.Storage;

/// <summary>Functions that work in memory and that both databases translate.</summary>
internal static class DatabaseFunctions
{
    /// <summary>Time from one instant to another; null when one is missing.</summary>
    public static TimeSpan? Elapsed(DateTimeOffset? from, DateTimeOffset? until) => until - from;

    /// <summary>Whole milliseconds from one instant to another; null when one is missing.</summary>
    public static long? ElapsedMilliseconds(DateTimeOffset? from, DateTimeOffset? until) =>
        Elapsed(from, until) is { } elapsed ? (long)elapsed.TotalMilliseconds : null;
}
