using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>An open page as a browser has it: hears of changes, and reads itself again as <c>wwwroot/live.js</c> does.</summary>
internal sealed partial class Screen(int port, string path) : IDisposable
{
    private static readonly TimeSpan Spread = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    private readonly LiveSocket stream = new();
    private readonly HttpConnection connection = new(port, bufferBytes: 16 * 1024);
    private readonly List<(long Heard, long Shown)> changes = [];
    private byte[] readAgain = [];
    private bool isStale;
    private bool isReading;
    private bool isOver;

    /// <summary>What the page watches.</summary>
    public string Watch { get; private set; } = "";

    /// <summary>How often it read itself again.</summary>
    public int Reads { get; private set; }

    /// <summary>Whether the server ended its stream.</summary>
    public bool WasLetGo { get; private set; }

    /// <summary>Bytes of the last page read, as they were sent.</summary>
    public int PageBytes { get; private set; }

    /// <summary>The moments at which it heard of changes, and at which it had read what came of each; the second is 0 until then. In ticks of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<(long Heard, long Shown)> Changes
    {
        get
        {
            lock (changes) return [.. changes];
        }
    }

    /// <summary>Opens the page, and its stream behind it.</summary>
    /// <param name="readsSlowly">Whether it never reads what it is told.</param>
    public async Task OpenAsync(bool readsSlowly = false)
    {
        var (status, body) = await connection.SendAsync(LoadRun.Get(path));
        var page = System.Text.Encoding.UTF8.GetString(body.Span);
        if (status != 200) throw new InvalidOperationException($"{path} answered {status}.");
        Watch = string.Join(',', Watched().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
        readAgain = LoadRun.Get(path, $"Bookkeeping-Watch: {Uri.EscapeDataString(Watch)}", "Accept-Encoding: gzip, deflate, br, zstd");
        await stream.StartAsync(port, Watch, WebUtility.HtmlDecode(Cursor().Match(page).Groups[1].Value), readsSlowly);
        if (!readsSlowly) _ = ListenAsync();
    }

    /// <summary>Forgets what it measured.</summary>
    public void Forget()
    {
        lock (changes)
        {
            changes.Clear();
            Reads = 0;
        }
    }

    public void Dispose()
    {
        isOver = true;
        stream.Dispose();
        connection.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                if ((await stream.NextAsync()).Name != "change") continue;
                lock (changes)
                {
                    changes.Add((Stopwatch.GetTimestamp(), 0));
                    isStale = true;
                    if (isReading) continue;
                    isReading = true;
                }

                _ = ReadAsync();
            }
        }
        catch (Exception) when (isOver)
        {
            // The measurement is over.
        }
        catch (EndOfStreamException)
        {
            WasLetGo = true;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await Task.Delay(Random.Shared.NextDouble() * Spread);
            while (true)
            {
                int known;
                lock (changes)
                {
                    isReading = isStale;
                    if (!isStale) return;
                    isStale = false;
                    known = changes.Count;
                }

                var (status, body) = await connection.SendAsync(readAgain);
                if (status != 200) throw new InvalidOperationException($"{path} answered {status}.");
                PageBytes = body.Length;
                lock (changes)
                {
                    Reads++;
                    for (var i = Math.Min(known, changes.Count) - 1; i >= 0 && changes[i].Shown == 0; i--) changes[i] = (changes[i].Heard, Stopwatch.GetTimestamp());
                }

                await Task.Delay(LeastPause);
            }
        }
        catch (Exception) when (isOver)
        {
            // The measurement is over.
        }
    }

    [GeneratedRegex("data-live=\"([^\"]*)\"")]
    private static partial Regex Watched();

    [GeneratedRegex("data-live-after=\"([^\"]*)\"")]
    private static partial Regex Cursor();
}
