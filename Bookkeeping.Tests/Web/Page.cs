using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bookkeeping.Tests.Web;

/// <summary>Reads pages as a person does: by rows, headings and links.</summary>
internal static partial class Page
{
    /// <summary>The text, with spaces as a browser shows them.</summary>
    public static string Words(this INode node) => Spaces().Replace(node.TextContent, " ").Trim();

    /// <summary>The keys of the tables' rows, in their order; the rows of a history have none.</summary>
    public static string[] Keys(this IParentNode page) => [.. page.QuerySelectorAll("table.rows:not(.history-rows) tbody th").Select(Words)];

    /// <summary>A cell, found by its row's key and its column's heading.</summary>
    public static IElement Cell(this IParentNode page, string key, string column)
    {
        var row = page.QuerySelectorAll("table.rows tbody tr").Single(r => r.FirstElementChild!.Words() == key);
        var heads = row.Closest("table")!.QuerySelectorAll("thead th").Select(h => h.Words().TrimEnd('↑', '↓', ' ')).ToList();
        Assert.Contains(column, heads);
        return row.Children[heads.IndexOf(column)];
    }

    /// <summary>The value beside a label in a panel.</summary>
    public static string Fact(this IParentNode page, string label) =>
        page.QuerySelectorAll("dl.facts dt").First(t => t.Words() == label).NextElementSibling!.Words();

    /// <summary>The warnings above a list.</summary>
    public static string[] Warnings(this IParentNode page) => [.. page.QuerySelectorAll(".notice.warning li").Select(Words)];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
