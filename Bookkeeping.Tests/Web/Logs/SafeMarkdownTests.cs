using AngleSharp.Html.Parser;
using Bookkeeping.Web.Logs;

namespace Bookkeeping.Tests.Web.Logs;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <b onmouseover=alert(1)>bold</b>")]
    [InlineData("<!-- comment --><iframe src=//evil.example></iframe>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](java\tscript:alert(1))")]
    [InlineData("[a]( javascript:alert(1))")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("[a](/\\evil.example)")]
    [InlineData("[a][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("![a](https://example.org/pixel.png)")]
    [InlineData("[a](https://example.org \"x\\\" onmouseover=alert(1) y=\\\"\")")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("[a](x){onclick=alert(1)}")]
    [InlineData("| a |\n|---|\n| <script>alert(1)</script> |")]
    public void Nothing_can_run_and_nothing_is_fetched(string text)
    {
        var page = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text).Value);

        Assert.Empty(page.Body!.QuerySelectorAll("script, img, iframe, object, embed, style, link, form, svg, math"));
        Assert.DoesNotContain(page.Body.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        foreach (var link in page.Body.QuerySelectorAll("a")) Assert.Matches("^(https?://|mailto:|#|/(?![/\\\\]))", link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("**a**", "<p><strong>a</strong></p>")]
    [InlineData("a\nb", "<p>a<br />b</p>")]
    [InlineData("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>")]
    [InlineData("[run](/runs/1)", "<p><a href=\"/runs/1\" rel=\"noopener noreferrer nofollow\">run</a></p>")]
    public void Markdown_is_rendered(string text, string html) => Assert.Equal(html, SafeMarkdown.ToHtml(text).Value.Trim().Replace("<br />\n", "<br />"));

    [Theory]
    [InlineData("see https://example.org/a?b=c")]
    [InlineData("<https://example.org/a?b=c>")]
    public void Addresses_become_links(string text)
    {
        var link = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text).Value).QuerySelector("a")!;

        Assert.Equal("https://example.org/a?b=c", link.GetAttribute("href"));
        Assert.Contains("noopener", link.GetAttribute("rel"));
    }
}
