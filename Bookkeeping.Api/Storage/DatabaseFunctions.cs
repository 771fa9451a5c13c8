using System.Text.Json;

namespace Bookkeeping.Api.Storage;

/// <summary>Functions that work in memory and that both databases translate.</summary>
internal static class DatabaseFunctions
{
    /// <summary>Time from one instant to another; null when one is missing.</summary>
    public static TimeSpan? Elapsed(DateTimeOffset? from, DateTimeOffset? until) => until - from;

    /// <summary>Whole milliseconds from one instant to another; null when one is missing.</summary>
    public static long? ElapsedMilliseconds(DateTimeOffset? from, DateTimeOffset? until) =>
        Elapsed(from, until) is { } elapsed ? (long)elapsed.TotalMilliseconds : null;

    /// <summary>One counter divided by another, rounded down; null when one is missing or the divisor is 0.</summary>
    public static ulong? Quotient(ulong? dividend, ulong? divisor) => divisor > 0 ? dividend / divisor : null;

    /// <summary>A counter per second of a length of time above 0, rounded down, at most 2^63 - 1. Neither may be missing.</summary>
    public static ulong? PerSecond(ulong? counter, long? milliseconds) =>
        (ulong)UInt128.Min((UInt128)counter!.Value * 1000 / (ulong)milliseconds!.Value, long.MaxValue);

    /// <summary>JSON as the text that is stored; null when there is none.</summary>
    public static string? JsonText(JsonElement? json) => json?.GetRawText();
}
