namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>A file that a client sent along with its request: what an argument of the scalar <c>Upload</c> receives.</summary>
/// <param name="name">See <see cref="Name"/>.</param>
/// <param name="contentType">See <see cref="ContentType"/>.</param>
/// <param name="length">See <see cref="Length"/>.</param>
/// <param name="open">Opens a stream at the file's beginning.</param>
/// <remarks>It lives as long as its request: a field reads it before it gives its answer.</remarks>
public sealed class UploadedFile(string? name, string? contentType, long length, Func<Stream> open)
{
    /// <summary>The name that the client gives to the file, without folders and control characters; null when it gives none.</summary>
    /// <remarks>It says nothing about the content, and is no name to store a file under.</remarks>
    public string? Name { get; } = name;

    /// <summary>The media type that the client declares; null when it declares none. Nobody checked it.</summary>
    public string? ContentType { get; } = contentType;

    /// <summary>The file's length in bytes.</summary>
    public long Length { get; } = length;

    /// <summary>Opens the content to be read from its beginning, without holding it in memory. The caller disposes the stream.</summary>
    /// <exception cref="ObjectDisposedException">The request is over.</exception>
    public Stream OpenRead() => open();
}
