using System.Buffers;

namespace Bookkeeping.Benchmarks.Server;

/// <summary>Collects an answer in pooled memory, so that a twin pays for its answer and not for its buffer.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] memory = ArrayPool<byte>.Shared.Rent(4096);
    private int length;

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Written => memory.AsMemory(0, length);

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return memory.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => ArrayPool<byte>.Shared.Return(memory);

    private void Grow(int sizeHint)
    {
        if (memory.Length - length >= Math.Max(sizeHint, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(memory.Length * 2, length + sizeHint));
        memory.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(memory);
        memory = larger;
    }
}
