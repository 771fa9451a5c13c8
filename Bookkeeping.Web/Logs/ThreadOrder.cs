using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Logs;

/// <summary>An entry of a thread.</summary>
public sealed record Post(
    int Number, string Title, string Text, DateTimeOffset CreatedAt, string Subtype, string Origin, AuthorName Author, ParentEntry? Parent,
    IReadOnlyList<TagText> Tags, Connection<RunLink> Runs, Connection<EnvironmentLink> Environments, Connection<FillLink> Fills,
    Connection<AttachedFile> Attachments);

public sealed record ParentEntry(int Number);

public sealed record AttachedFile(string OriginalName, string MimeType, long SizeBytes, string DownloadPath) : Graph.IAttachedFile;

/// <summary>Puts a thread's entries in reading order: each under what it answers, oldest first.</summary>
internal static class ThreadOrder
{
    /// <summary>The entries with their depth; an entry whose parent is not among them stands at the top.</summary>
    public static IReadOnlyList<(Post Post, int Depth)> Of(IReadOnlyList<Post> thread)
    {
        var known = thread.Select(p => p.Number).ToHashSet();
        var replies = thread.ToLookup(p => p.Parent is { } parent && parent.Number != p.Number && known.Contains(parent.Number) ? parent.Number : 0);
        var ordered = new List<(Post, int)>(thread.Count);
        var open = new Stack<(Post Post, int Depth)>(replies[0].OrderByDescending(p => p.Number).Select(p => (p, 0)));
        while (open.TryPop(out var next))
        {
            ordered.Add(next);
            foreach (var reply in replies[next.Post.Number].OrderByDescending(p => p.Number)) open.Push((reply, next.Depth + 1));
        }

        return ordered;
    }
}
