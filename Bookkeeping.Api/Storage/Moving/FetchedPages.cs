using System.Text.Json;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>What was fetched of one list: a file for each page, an item a line, just as it came. A file that is there is whole.</summary>
internal sealed class FetchedPages
{
    private readonly DirectoryInfo folder;

    /// <summary>The pages of a list.</summary>
    /// <param name="folder">Where all that was fetched is kept.</param>
    /// <param name="name">The list's name.</param>
    public FetchedPages(string folder, string name) => this.folder = Directory.CreateDirectory(Path.Combine(folder, "fetched", name));

    /// <summary>How many pages are there.</summary>
    public int Count => folder.GetFiles("*.jsonl").Length;

    /// <summary>Whether the list is there whole.</summary>
    public bool IsDone => File.Exists(DoneMark);

    private string DoneMark => Path.Combine(folder.FullName, "done");

    /// <summary>Adds a page.</summary>
    public async Task WriteAsync(int page, IEnumerable<JsonElement> items, CancellationToken cancel)
    {
        var arriving = PathOf(page) + ".part";
        await using (var file = File.Create(arriving))
        {
            foreach (var item in items)
            {
                await using var json = new Utf8JsonWriter(file);
                item.WriteTo(json);
                await json.FlushAsync(cancel);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(arriving, PathOf(page), overwrite: true);
    }

    /// <summary>Notes that the list is whole.</summary>
    public void Finish() => File.WriteAllText(DoneMark, "");

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        foreach (var file in folder.GetFiles()) file.Delete();
    }

    /// <summary>The items of a page.</summary>
    public IEnumerable<JsonElement> Read(int page) => File.Exists(PathOf(page)) ? File.ReadLines(PathOf(page)).Select(line => JsonElement.Parse(line)) : [];

    /// <summary>The items of all pages.</summary>
    public IEnumerable<JsonElement> ReadAll() => Enumerable.Range(0, Count).SelectMany(Read);

    private string PathOf(int page) => Path.Combine(folder.FullName, $"{page:00000000}.jsonl");
}
