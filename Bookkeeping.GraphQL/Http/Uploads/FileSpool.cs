using System.Security.Cryptography;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>Holds a file between its arrival and the end of its request: in memory while it is small, else on disk.</summary>
internal sealed class FileSpool(UploadOptions options, DiskQuota quota) : IDisposable
{
    private MemoryStream? memory = new();
    private FileStream? file;
    private long onDisk;

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="HttpRefusal">The disk space for files is used up.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (memory is not null && Length + bytes.Length > options.MaxBytesInMemory) await MoveToDiskAsync(memory);
        if (memory is not null) memory.Write(bytes.Span);
        else await WriteToDiskAsync(bytes);
        Length += bytes.Length;
    }

    /// <summary>Opens a stream at the beginning of what was written.</summary>
    /// <exception cref="ObjectDisposedException">The request is over.</exception>
    public Stream OpenRead()
    {
        if (memory is not null) return new MemoryStream(memory.GetBuffer(), 0, (int)Length, writable: false);
        ObjectDisposedException.ThrowIf(file is null, this);
        return new SpoolStream(file.SafeFileHandle, Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        memory = null;
        file?.Dispose();
        file = null;
        quota.Give(onDisk);
        onDisk = 0;
    }

    private async ValueTask MoveToDiskAsync(MemoryStream content)
    {
        memory = null;
        file = Create(options.Directory ?? Path.GetTempPath());
        await WriteToDiskAsync(content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    private async ValueTask WriteToDiskAsync(ReadOnlyMemory<byte> bytes)
    {
        quota.Take(bytes.Length);
        onDisk += bytes.Length;
        await file!.WriteAsync(bytes);
    }

    private static FileStream Create(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"graphql-upload-{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows()) return new FileStream(path, settings);
        settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var created = new FileStream(path, settings);
        // Without a name it is gone with the process, even where that is killed; Windows sees to that by itself.
        File.Delete(path);
        return created;
    }
}
