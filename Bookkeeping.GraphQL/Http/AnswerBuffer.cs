using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Security.Cryptography;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Holds a whole answer in pooled memory before its first byte is sent.</summary>
/// <remarks>So its length can be told, and a fault while it is written still becomes a proper error. It costs no copy: the server
/// copies what is written ahead of the headers anyway.</remarks>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstBlockBytes = 4 * 1024;
    private const int LargestBlockBytes = 1024 * 1024;
    private readonly List<ArraySegment<byte>> full = [];
    private byte[] block = ArrayPool<byte>.Shared.Rent(FirstBlockBytes);
    private int used;

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        used += count;
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (block.Length - used < Math.Max(sizeHint, 1)) AddBlock(sizeHint);
        return block.AsMemory(used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Adds everything to a hash.</summary>
    public void AppendTo(IncrementalHash hash)
    {
        foreach (var part in full) hash.AppendData(part);
        hash.AppendData(block.AsSpan(0, used));
    }

    /// <summary>Sends everything, no faster than the client takes it.</summary>
    public async ValueTask SendAsync(PipeWriter destination, CancellationToken cancel)
    {
        foreach (var part in full) await destination.WriteAsync(part, cancel);
        await destination.WriteAsync(block.AsMemory(0, used), cancel);
    }

    /// <summary>Sends everything as one message.</summary>
    public async ValueTask SendAsync(WebSocket destination)
    {
        foreach (var part in full) await destination.SendAsync(part, WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        await destination.SendAsync(block.AsMemory(0, used), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    /// <summary>Appends everything but the first bytes to another buffer.</summary>
    public void CopyTo(AnswerBuffer destination, int skip)
    {
        foreach (var part in full)
        {
            destination.Write(part.AsSpan(Math.Min(skip, part.Count)));
            skip -= Math.Min(skip, part.Count);
        }

        destination.Write(block.AsSpan(skip, used - skip));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in full) ArrayPool<byte>.Shared.Return(part.Array!);
        full.Clear();
        ArrayPool<byte>.Shared.Return(block);
        block = [];
    }

    private void AddBlock(int sizeHint)
    {
        full.Add(new ArraySegment<byte>(block, 0, used));
        block = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, Math.Min(block.Length * 2, LargestBlockBytes)));
        used = 0;
    }
}
