namespace Bookkeeping.GraphQL.Http.Compression;

/// <summary>Which answers are compressed. Bound from the configuration section <c>Compression</c>.</summary>
public sealed class CompressionOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "Compression";

    /// <summary>Whether answers are compressed at all; a proxy in front may do it instead. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>From which length on an answer is compressed, in bytes; a shorter one fits into a packet anyway. Default: 1,000.</summary>
    public int MinBytes { get; set; } = 1_000;
}
