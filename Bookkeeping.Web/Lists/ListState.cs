using System.Globalization;
using Bookkeeping.Web.Display;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Lists;

/// <summary>A filter in use.</summary>
/// <param name="Field">The filter.</param>
/// <param name="Text">Its value as written in the address.</param>
public sealed record ActiveFilter(FilterField Field, string Text)
{
    /// <summary>The value as a person reads it.</summary>
    public string Words
    {
        get
        {
            if (Field.Control is TimeControl && ControlRoomTime.Parse(Text) is { } time) return ControlRoomTime.Text(time);
            if (Field.Control is not (ManyControl or CompareControl)) return Text;
            var (sign, operand) = Field.Control.Split(Text);
            var meaning = sign.Length == 0 ? "" : Field.Control.Operators.First(o => o.Value == sign).Label + " ";
            return (meaning + string.Join(", ", Terms.Items(operand))).Trim();
        }
    }
}

/// <summary>What a list page can be asked for.</summary>
/// <param name="Path">The page's path.</param>
/// <param name="Groups">The filters it takes, as the page shows them.</param>
/// <param name="Sorts">The names it sorts by and the path of each in the graph's <c>order</c>, <c>fill.fillNumber</c> for example.</param>
public sealed record ListDefinition(string Path, IReadOnlyList<FilterGroup> Groups, IReadOnlyDictionary<string, string> Sorts)
{
    /// <summary>The filter of a name; null when the list has none.</summary>
    public FilterField? Filter(string name) => Groups.SelectMany(g => g.Filters).FirstOrDefault(f => f.Name == name);
}

/// <summary>The state of a list page, which lives in its address: filters, sort, page size and place.</summary>
public sealed class ListState
{
    private const int DefaultSize = 50;
    private const int MaximumSize = 1000;
    private static readonly string[] Paging = ["after", "before", "last"];

    private readonly Dictionary<string, StringValues> parameters;
    private readonly List<string> warnings = [];
    private readonly List<(string? SameRowOf, object Where)> terms = [];
    private readonly List<ActiveFilter> active = [];

    /// <summary>Reads the state from an address. What cannot be read is left out and warned of.</summary>
    public ListState(ListDefinition definition, string address)
    {
        Definition = definition;
        parameters = QueryHelpers.ParseQuery(new Uri(address).Query);
        foreach (var (name, value) in parameters) Read(name, value.ToString());
    }

    /// <summary>What the page can be asked for.</summary>
    public ListDefinition Definition { get; }

    /// <summary>A term that applies while the parameter of this name is absent; null when the list has none.</summary>
    public (string Name, object Where)? Default { get; init; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The filters in use.</summary>
    public IReadOnlyList<ActiveFilter> Active => active;

    /// <summary>Rows on a page.</summary>
    public int Size { get; private set; } = DefaultSize;

    /// <summary>The sort in use, <c>-duration</c> when descending; null for the list's own order.</summary>
    public string? Sort { get; private set; }

    /// <summary>Whether the page is the list's first.</summary>
    public bool IsFirstPage => !Paging.Any(parameters.ContainsKey);

    /// <summary>The value of a parameter as written; empty when it is absent.</summary>
    public string Text(string name) => parameters.TryGetValue(name, out var value) ? value.ToString() : "";

    /// <summary>The variables of the page's operation: where, order and the place.</summary>
    public Dictionary<string, object?> Variables()
    {
        var backward = parameters.ContainsKey("before") || parameters.ContainsKey("last");
        var all = Where().ToArray();
        return new Dictionary<string, object?>
        {
            [backward ? "last" : "first"] = Size,
            ["after"] = backward ? null : NullIfEmpty(Text("after")),
            ["before"] = NullIfEmpty(Text("before")),
            ["where"] = all.Length == 0 ? null : new Dictionary<string, object?> { ["and"] = all },
            ["order"] = Sort is null ? null : new[] { Order(Definition.Sorts[Sort.TrimStart('-')], Sort.StartsWith('-') ? "DESC" : "ASC") },
        };
    }

    /// <summary>The address of this list's first page with parameters changed; a null value removes one. What was left out stays out.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var kept = active.Select(a => (a.Field.Name, a.Text));
        if (Sort is not null) kept = kept.Append(("sort", Sort));
        if (Size != DefaultSize) kept = kept.Append(("size", Size.ToString(CultureInfo.InvariantCulture)));
        var changed = changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => (c.Name, c.Value!));
        return TidyAddress.Of(Definition.Path, kept.Where(k => !changes.Any(c => c.Name == k.Item1)).Concat(changed));
    }

    /// <summary>The sort that a click on a header leads to: none, ascending, descending, none.</summary>
    public string? NextSort(string name) => Sort == name ? "-" + name : Sort == "-" + name ? null : name;

    private void Read(string name, string text)
    {
        if (text.Length == 0 || Paging.Contains(name)) return;
        if (name == "size") ReadSize(text);
        else if (name == "sort") ReadSort(text);
        else if (Definition.Filter(name) is { } field) ReadFilter(field, text);
        else warnings.Add($"“{name}” is not a filter of this page and was left out.");
    }

    private void ReadSize(string text)
    {
        if (int.TryParse(text, out var size) && size is >= 1 and <= MaximumSize) Size = size;
        else warnings.Add($"“{text}” is not a page size: a whole number from 1 to {MaximumSize} would be.");
    }

    private void ReadSort(string text)
    {
        if (Definition.Sorts.ContainsKey(text.TrimStart('-'))) Sort = text;
        else warnings.Add($"The list cannot be sorted by “{text}”: {string.Join(", ", Definition.Sorts.Keys)} can be used.");
    }

    private void ReadFilter(FilterField field, string text)
    {
        var term = field.Parse(text);
        if (term.Problem is not null)
        {
            warnings.Add($"{field.Label}: {term.Problem}");
            return;
        }

        active.Add(new ActiveFilter(field, text));
        terms.Add((field.SameRowOf, term.Where!));
    }

    private IEnumerable<object> Where()
    {
        foreach (var place in terms.GroupBy(t => t.SameRowOf))
        {
            if (place.Key is { } path) yield return Terms.At(path + ".and", place.Select(t => t.Where).ToArray());
            else foreach (var term in place) yield return term.Where;
        }

        if (Default is { } usual && !active.Exists(a => a.Field.Name == usual.Name)) yield return usual.Where;
    }

    private static object Order(string path, string direction) =>
        path.Split('.').Reverse().Aggregate((object)direction, (inner, name) => new Dictionary<string, object> { [name] = inner });

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
