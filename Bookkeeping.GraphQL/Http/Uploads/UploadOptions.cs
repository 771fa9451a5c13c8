namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>How files are taken, and their limits. Bound from the configuration section <c>GraphQL:Upload</c>.</summary>
/// <remarks>A server whose schema has no <c>Upload</c> takes none. The form's <c>operations</c> may be as large as a body without files.</remarks>
public sealed class UploadOptions
{
    /// <summary>Whether files are taken. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The largest file, in bytes; a larger one is refused while it is read. Default: 100 MiB.</summary>
    public long MaxFileBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many files a request may have, each counted as often as it is used. Default: 20.</summary>
    public int MaxFiles { get; set; } = 20;

    /// <summary>The largest <c>map</c> of a form, in bytes. Default: 64 KiB.</summary>
    public int MaxMapBytes { get; set; } = 64 * 1024;

    /// <summary>Up to which length a file is kept in memory, in bytes; a longer one lies in a temporary file until its request ends. Default: 64 KiB.</summary>
    public int MaxBytesInMemory { get; set; } = 64 * 1024;

    /// <summary>How many bytes the temporary files of all requests may take together; a request that would exceed it gets status 503. Default: 4 GiB.</summary>
    public long MaxBytesOnDisk { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>The folder of temporary files, made when it is missing; null: the system's. Default: null.</summary>
    public string? Directory { get; set; }

    /// <summary>Whether the limits make sense.</summary>
    internal bool IsValid() => MaxFileBytes > 0 && MaxFiles > 0 && MaxMapBytes > 0 && MaxBytesInMemory >= 0 && MaxBytesOnDisk >= 0;
}
