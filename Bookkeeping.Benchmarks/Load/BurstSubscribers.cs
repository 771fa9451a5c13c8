namespace Bookkeeping.Benchmarks.Load;

/// <summary>Those who listen while the burst goes on: half of them to the whole journal, half to the entries written.</summary>
internal sealed class BurstSubscribers : IDisposable
{
    private const string Journal = "subscription($after: String) { journal(after: $after) { cursor entry { position subject key } } }";
    private const string Entries = "subscription($after: String) { logEntryAdded(after: $after) { cursor logEntry { number title author { name } } } }";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private readonly List<Subscriber> subscribers = [];

    /// <summary>How many messages came so far.</summary>
    public int Messages => subscribers.Sum(subscriber => subscriber.Count);

    /// <summary>Subscribes.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="after">The cursor behind which all is told.</param>
    /// <param name="positions">The position of the journal behind which all is told.</param>
    /// <param name="entries">The number of the log entry behind which all are told.</param>
    public static async Task<BurstSubscribers> StartAsync(int port, int count, string after, long positions, long entries)
    {
        var all = new BurstSubscribers();
        for (var i = 0; i < count; i++)
        {
            var followsJournal = i % 2 == 0;
            var subscriber = new Subscriber(followsJournal, followsJournal ? positions : entries);
            all.subscribers.Add(subscriber);
            await subscriber.StartAsync(port, followsJournal ? Journal : Entries, after);
        }

        return all;
    }

    /// <summary>Waits until each was told of all up to the last ones, each once and in order.</summary>
    /// <exception cref="InvalidOperationException">Somebody was told too little, or something twice.</exception>
    public async Task FinishAsync(long position, long entry)
    {
        foreach (var one in subscribers)
            while (one.Last < (one.FollowsJournal ? position : entry)) await Task.WhenAny(one.Listening, Task.Delay(Glance)).Unwrap();
    }

    public void Dispose()
    {
        foreach (var one in subscribers) one.Dispose();
    }

    private sealed class Subscriber(bool followsJournal, long after) : IDisposable
    {
        private readonly FollowingSocket socket = new();
        private readonly long first = after;
        private long last = after;

        public bool FollowsJournal => followsJournal;

        public long Last => Volatile.Read(ref last);

        public int Count => (int)(Last - first);

        /// <summary>Fails when something does not follow what came before it.</summary>
        public Task Listening { get; private set; } = Task.CompletedTask;

        public async Task StartAsync(int port, string query, string cursor)
        {
            await socket.StartAsync(port, query, cursor);
            Listening = Task.Run(ListenAsync);
        }

        public void Dispose() => socket.Dispose();

        private async Task ListenAsync()
        {
            while (true)
            {
                var data = await socket.NextAsync();
                var next = followsJournal
                    ? data.GetProperty("journal").GetProperty("entry").GetProperty("position").GetInt64()
                    : data.GetProperty("logEntryAdded").GetProperty("logEntry").GetProperty("number").GetInt64();
                if (next != last + 1) throw new InvalidOperationException($"A subscriber was told of {next} where {last + 1} should have come.");
                Volatile.Write(ref last, next);
            }
        }
    }
}
