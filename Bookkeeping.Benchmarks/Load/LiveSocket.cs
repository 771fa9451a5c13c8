using System.Net.Sockets;
using System.Text;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>The server-sent events of one open page, read from a raw socket.</summary>
internal sealed class LiveSocket : IDisposable
{
    private const string EndOfEvent = "\n\n";

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[4096];
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder text = new();

    /// <summary>Opens the stream and waits for its first beat.</summary>
    /// <param name="port">The server's port on the loopback address.</param>
    /// <param name="watch">What the page watches.</param>
    /// <param name="after">How far the page was read.</param>
    /// <param name="readsSlowly">Whether the machine takes next to nothing of what is not read yet.</param>
    public async Task StartAsync(int port, string watch, string after, bool readsSlowly)
    {
        if (readsSlowly) socket.ReceiveBufferSize = 1;
        await socket.ConnectAsync("127.0.0.1", port);
        await socket.SendAsync(LoadRun.Get($"/live?watch={Uri.EscapeDataString(watch)}&after={Uri.EscapeDataString(after)}", "Accept: text/event-stream"));
        var first = await NextAsync();
        if (first.Name != "beat") throw new InvalidOperationException($"The stream begins with {first.Name}.");
    }

    /// <summary>Waits for the next event.</summary>
    /// <exception cref="EndOfStreamException">The server ended the stream.</exception>
    public async Task<(string Name, string? Id)> NextAsync()
    {
        while (true)
        {
            if (text.ToString().IndexOf(EndOfEvent, StringComparison.Ordinal) is var end and >= 0)
            {
                // Frames of the body and the answer's head stand on lines of their own.
                var lines = text.ToString(0, end).Split('\n');
                text.Remove(0, end + EndOfEvent.Length);
                return (Field(lines, "event: ")!, Field(lines, "id: "));
            }

            var count = await socket.ReceiveAsync(buffer);
            if (count == 0) throw new EndOfStreamException();
            var characters = new char[count];
            text.Append(characters, 0, decoder.GetChars(buffer, 0, count, characters, 0));
        }
    }

    public void Dispose() => socket.Dispose();

    private static string? Field(string[] lines, string name) => lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
