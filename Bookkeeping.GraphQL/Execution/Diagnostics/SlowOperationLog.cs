using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>Logs operations that took long: which, and how much they asked of the database, but nothing of what they asked for.</summary>
internal sealed class SlowOperationLog(TimeSpan threshold, ILogger logger)
{
    private static readonly Action<ILogger, SlowOperation, Exception?> Log = LoggerMessage.Define<SlowOperation>(
        LogLevel.Warning, new EventId(3, "SlowOperation"), "Slow operation: {Operation}");

    /// <summary>Whether anything is logged at all.</summary>
    public bool IsEnabled { get; } = threshold > TimeSpan.Zero;

    /// <summary>SHA-256 of a document's UTF-8 text, 64 hexadecimal digits in lower case.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Logs the operation if it took longer than the threshold.</summary>
    public void Note(TimeSpan duration, string? name, string kind, string? document, int statements, long rows)
    {
        if (!IsEnabled || duration <= threshold) return;
        Log(logger, new SlowOperation(name, kind, document is null ? null : HashOf(document), duration, statements, rows), null);
    }
}

/// <summary>An operation that took long; a structured log gets its parts.</summary>
internal sealed record SlowOperation(string? Name, string Kind, string? DocumentHash, TimeSpan Duration, int Statements, long Rows)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Kind} {Name ?? "(anonymous)"}, document {DocumentHash ?? "(none)"}, took {Duration.TotalMilliseconds:0} ms, {Statements} statements, {Rows} rows.");
}
