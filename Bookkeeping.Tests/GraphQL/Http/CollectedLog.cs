using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Keeps what a server logs.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> entries = new();
    private readonly ConcurrentQueue<(string Text, IReadOnlyList<string> Scopes)> scoped = new();
    private IExternalScopeProvider? scopes;

    /// <summary>Warnings and worse, with their exceptions.</summary>
    public IReadOnlyList<string> Complaints => [.. entries.Where(e => e.Level >= LogLevel.Warning).Select(e => e.Text)];

    /// <summary>The scopes around the entries whose text contains this.</summary>
    public IReadOnlyList<string> ScopesOf(string text) => [.. scoped.Where(e => e.Text.Contains(text, StringComparison.Ordinal)).SelectMany(e => e.Scopes)];

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception) + " " + exception;
        var around = new List<string>();
        scopes?.ForEachScope((scope, list) => list.Add($"{scope}"), around);
        entries.Enqueue((logLevel, text));
        scoped.Enqueue((text, around));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
