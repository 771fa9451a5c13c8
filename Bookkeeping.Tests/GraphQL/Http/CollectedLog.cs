using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Keeps what a server logs.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> entries = new();

    /// <summary>Warnings and worse, with their exceptions.</summary>
    public IReadOnlyList<string> Complaints => [.. entries.Where(e => e.Level >= LogLevel.Warning).Select(e => e.Text)];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((logLevel, formatter(state, exception) + " " + exception));

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
