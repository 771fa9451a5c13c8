using System.Globalization;
using System.Text.Json;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>The items of a list that came in pages, each once: an item that came again counts as it came last.</summary>
/// <typeparam name="TKey">The type of their keys.</typeparam>
internal sealed class FetchedList<TKey>
    where TKey : notnull
{
    private static readonly IComparer<TKey> Order = typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;

    private readonly Dictionary<TKey, int> lastPages = [];
    private readonly FetchedPages pages;
    private readonly string key;
    private readonly string subject;
    private readonly MoveReport report;

    /// <summary>Looks through the pages.</summary>
    /// <param name="folder">Where all that was fetched is kept.</param>
    /// <param name="subject">The list.</param>
    /// <param name="key">The member that is the key.</param>
    /// <param name="report">Takes what has no key.</param>
    /// <param name="look">Sees each item as it goes by, those that come again too; what is strange is told when it is converted.</param>
    public FetchedList(string folder, string subject, string key, MoveReport report, Action<SourceItem>? look = null)
    {
        (pages, this.key, this.subject, this.report) = (new FetchedPages(folder, subject), key, subject, report);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var item in pages.Read(page))
            {
                if (!TryKey(item, out var found)) report.Add(subject, key, $"an item without it was left out: {item.GetRawText()}");
                else
                {
                    lastPages[found] = page;
                    look?.Invoke(new SourceItem(item, subject, $"{found}", new MoveReport()));
                }
            }
        }
    }

    /// <summary>Whether an item is there.</summary>
    public bool Contains(TKey wanted) => lastPages.ContainsKey(wanted);

    /// <summary>How many there are.</summary>
    public int Count => lastPages.Count;

    /// <summary>All items, page by page: the last page first, for lists begin with the newest; within a page by key.</summary>
    public IEnumerable<(TKey Key, SourceItem Item)> Items() => Pages().SelectMany(page => page.Items);

    /// <summary>The same, by page.</summary>
    public IEnumerable<(int Page, IEnumerable<(TKey Key, SourceItem Item)> Items)> Pages()
    {
        for (var page = pages.Count - 1; page >= 0; page--)
        {
            var latest = new SortedDictionary<TKey, JsonElement>(Order);
            foreach (var item in pages.Read(page))
                if (TryKey(item, out var found) && lastPages[found] == page) latest[found] = item;
            yield return (page, latest.Select(item => (item.Key, ItemOf(item.Value, item.Key))));
        }
    }

    private SourceItem ItemOf(JsonElement json, TKey found)
    {
        var item = new SourceItem(json, subject, $"{found}", report);
        item.Leave(key);
        return item;
    }

    private bool TryKey(JsonElement item, out TKey found)
    {
        var text = Fetcher.KeyOf(item, key) ?? "";
        var number = 0;
        var isKey = typeof(TKey) == typeof(string) ? text.Length > 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        found = !isKey ? default! : typeof(TKey) == typeof(string) ? (TKey)(object)text : (TKey)(object)number;
        return isKey;
    }
}
