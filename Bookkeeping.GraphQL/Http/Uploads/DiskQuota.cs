using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>Counts what the temporary files of all requests take, so that clients cannot fill the disk.</summary>
internal sealed class DiskQuota(IOptions<GraphQLHttpOptions> options)
{
    private readonly long limit = options.Value.Upload.MaxBytesOnDisk;
    private long used;

    /// <summary>How many bytes are in use.</summary>
    public long Used => Interlocked.Read(ref used);

    /// <summary>Takes space.</summary>
    /// <exception cref="HttpRefusal">There is not so much; none is taken.</exception>
    public void Take(long bytes)
    {
        if (Interlocked.Add(ref used, bytes) <= limit) return;
        Give(bytes);
        throw HttpRefusal.NoRoomForFiles();
    }

    /// <summary>Gives space back.</summary>
    public void Give(long bytes) => Interlocked.Add(ref used, -bytes);
}
