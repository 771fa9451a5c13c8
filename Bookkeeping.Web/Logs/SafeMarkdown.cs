using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Bookkeeping.Web.Logs;

/// <summary>Markdown of log entries as HTML that cannot run anything: raw HTML is shown as text, links lead only to the web, mail and this site.</summary>
internal static class SafeMarkdown
{
    private const string Relation = "noopener noreferrer nofollow";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>Renders an entry's text.</summary>
    public static MarkupString ToHtml(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>()) Guard(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) Guard(link);
        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Guard(AutolinkInline link)
    {
        if (link.IsEmail || IsAllowed(link.Url)) link.GetAttributes().AddProperty("rel", Relation);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    // An image would let an entry's author learn who reads it, so that it is a link like any other.
    private static void Guard(LinkInline link)
    {
        link.IsImage = false;
        link.GetDynamicUrl = null;
        if (!IsAllowed(link.Url)) link.Url = "#";
        link.GetAttributes().AddProperty("rel", Relation);
    }

    private static bool IsAllowed(string? url)
    {
        if (url is null) return false;
        if (url.StartsWith('/') || url.StartsWith('#')) return !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\');
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto");
    }
}
