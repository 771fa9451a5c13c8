using System.Buffers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Collects a body that arrives in parts, in pooled memory that grows with what arrived and not with what was announced.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private byte[] bytes = [];

    /// <summary>How many bytes have arrived.</summary>
    public int Length { get; private set; }

    /// <summary>What has arrived.</summary>
    public ReadOnlySequence<byte> Content => new(bytes, 0, Length);

    /// <summary>Copies a part.</summary>
    public void Append(ReadOnlySequence<byte> part)
    {
        var length = checked(Length + (int)part.Length);
        if (length > bytes.Length) Grow(length);
        part.CopyTo(bytes.AsSpan(Length));
        Length = length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, bytes.Length * 2));
        bytes.AsSpan(0, Length).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
