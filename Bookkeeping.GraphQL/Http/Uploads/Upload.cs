using System.Buffers;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>A request that brings files along: what it asks, and the files until it ends.</summary>
internal sealed class Upload(GraphQLHttpOptions options, DiskQuota quota) : IDisposable
{
    private const string Operations = "operations";
    private const string Map = "map";
    private const int BufferBytes = 64 * 1024;

    private readonly Dictionary<string, UploadedFile> files = new(StringComparer.Ordinal);
    private readonly List<FileSpool> spools = [];
    private Dictionary<string, string[]> map = [];
    private bool isList;

    /// <summary>What it asks, with its files in their places.</summary>
    public RequestBody Body { get; private set; }

    /// <summary>Reads a form: <c>operations</c>, <c>map</c>, then the files in any order.</summary>
    /// <exception cref="HttpRefusal">It is no request, or a limit is exceeded.</exception>
    public async Task ReadAsync(FormReader form)
    {
        Body = await ReadOperationsAsync(form);
        map = await ReadMapAsync(form);
        var places = FindPlaces();
        while (await form.NextAsync() is { } part) await ReadFileAsync(form, part);
        if (map.Keys.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing) throw HttpRefusal.FileMissing(missing);
        Body = PutFiles(places);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var spool in spools) spool.Dispose();
    }

    private async Task<RequestBody> ReadOperationsAsync(FormReader form)
    {
        var part = await form.NextAsync() ?? throw HttpRefusal.FormWithoutOperations();
        if (part.Name != Operations) throw HttpRefusal.FormMisordered(part.Name, Operations);
        using var json = await form.ReadWholeAsync(part, options.MaxBodyBytes);
        isList = BodyParser.IsList(json.Content.FirstSpan);
        return BodyParser.Parse(json.Content, options, "The part `operations`");
    }

    private async Task<Dictionary<string, string[]>> ReadMapAsync(FormReader form)
    {
        var part = await form.NextAsync() ?? throw HttpRefusal.FormWithoutMap();
        if (part.Name != Map) throw HttpRefusal.FormMisordered(part.Name, Map);
        using var json = await form.ReadWholeAsync(part, options.Upload.MaxMapBytes);
        return FileMap.Parse(json.Content.FirstSpan, options.Upload);
    }

    /// <summary>Checks all places before a file is read.</summary>
    private List<(FilePlace Place, string Part)> FindPlaces()
    {
        var known = new HashSet<(int, string)>();
        var places = new List<(FilePlace, string)>();
        foreach (var (part, texts) in map)
            foreach (var text in texts)
            {
                var place = new FilePlace(text, isList);
                if (!known.Add((place.RequestIndex, place.BelowVariables))) throw place.Twice();
                if (place.RequestIn(Body) is not { } request) continue;
                place.RequireNull(request.Variables);
                places.Add((place, part));
            }

        return places;
    }

    private async Task ReadFileAsync(FormReader form, FormPart part)
    {
        if (!map.ContainsKey(part.Name)) throw HttpRefusal.UnknownPart(part.Name);
        if (files.ContainsKey(part.Name)) throw HttpRefusal.PartTwice(part.Name);
        var spool = new FileSpool(options.Upload, quota);
        spools.Add(spool);
        await CopyAsync(form, part, spool);
        files.Add(part.Name, new UploadedFile(part.FileName, part.ContentType, spool.Length, spool.OpenRead));
    }

    private async Task CopyAsync(FormReader form, FormPart part, FileSpool spool)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await form.ReadAsync(buffer) is > 0 and var read)
            {
                if (spool.Length + read > options.Upload.MaxFileBytes) throw HttpRefusal.PartTooLarge(part.Name, options.Upload.MaxFileBytes);
                await spool.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private RequestBody PutFiles(List<(FilePlace Place, string Part)> places)
    {
        var byRequest = places.ToLookup(p => p.Place.RequestIndex);
        return Body.Items is { } items
            ? RequestBody.Of([.. items.Select((item, index) => item.Request is { } request ? item with { Request = With(request, byRequest[index]) } : item)])
            : With(Body.Request!, byRequest[0]);
    }

    private GraphQLRequest With(GraphQLRequest request, IEnumerable<(FilePlace Place, string Part)> places)
    {
        var ofRequest = places.ToDictionary(p => p.Place.BelowVariables, p => files[p.Part], StringComparer.Ordinal);
        return ofRequest.Count == 0 ? request : request with { Files = ofRequest };
    }
}
