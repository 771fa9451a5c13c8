using System.Collections.Concurrent;

namespace Bookkeeping.Client;

/// <summary>Where a client is told that something changed on the server: watched queries that show it are asked again. Safe for concurrent use.</summary>
public sealed class ChangeHub
{
    private readonly ConcurrentDictionary<Listener, byte> listeners = [];

    /// <summary>Tells that objects of some types changed.</summary>
    /// <param name="typeNames">Their GraphQL types, <c>Run</c> for example; none: anything may have changed.</param>
    public void Notify(params IReadOnlyCollection<string> typeNames)
    {
        foreach (var listener in listeners.Keys) listener.Hear(typeNames);
    }

    /// <summary>Listens for changes of some types until disposed.</summary>
    internal Listener Listen(IReadOnlySet<string> typeNames)
    {
        var listener = new Listener(this, typeNames);
        listeners[listener] = 0;
        return listener;
    }

    /// <summary>Remembers whether something changed since it was last asked; how often does not matter.</summary>
    internal sealed class Listener(ChangeHub hub, IReadOnlySet<string> types) : IDisposable
    {
        private readonly SemaphoreSlim changed = new(0, 1);

        /// <summary>Waits until something changed since the last call.</summary>
        public Task WaitAsync(CancellationToken cancel) => changed.WaitAsync(cancel);

        public void Hear(IReadOnlyCollection<string> typeNames)
        {
            if (typeNames.Count > 0 && !typeNames.Any(types.Contains)) return;
            lock (changed)
                if (changed.CurrentCount == 0) changed.Release();
        }

        public void Dispose() => hub.listeners.TryRemove(this, out _);
    }
}
