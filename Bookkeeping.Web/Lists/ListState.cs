using System.Globalization;
using Bookkeeping.Web.Graph;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Lists;

/// <summary>The state of a list page, which lives in its address: filters, sort, page size and place.</summary>
public abstract class ListState
{
    private const int DefaultSize = 50;
    private const int MaximumSize = 1000;
    private static readonly string[] Paging = ["after", "before", "last"];

    private readonly Dictionary<string, StringValues> parameters;
    private readonly List<string> warnings = [];
    private readonly List<ActiveFilter> active = [];

    private protected ListState(ListDefinition definition, string address)
    {
        Definition = definition;
        parameters = QueryHelpers.ParseQuery(new Uri(address).Query);
    }

    /// <summary>What the page can be asked for.</summary>
    public ListDefinition Definition { get; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The filters in use.</summary>
    public IReadOnlyList<ActiveFilter> Active => active;

    /// <summary>Rows on a page.</summary>
    public int Size { get; private set; } = DefaultSize;

    /// <summary>The sort in use, <c>-duration</c> when descending; null for the list's own order.</summary>
    public string? Sort { get; private set; }

    /// <summary>The names of the columns that are shown beside the key; null for the usual ones.</summary>
    public IReadOnlyList<string>? Columns { get; private set; }

    /// <summary>Classes that hide the other usual columns, whatever rows come into the table.</summary>
    public string HiddenColumns => string.Concat(Definition.Choosable.Where(c => c.Place > 0 && !IsShown(c)).Select(c => string.Create(CultureInfo.InvariantCulture, $" hide-{c.Place}")));

    /// <summary>Whether a column is shown.</summary>
    public bool IsShown(ListColumn column) => Columns?.Contains(column.Name) ?? column.Place > 0;

    /// <summary>Whether some column of a group is shown.</summary>
    public bool IsShown(string group) => Definition.Choosable.Any(column => column.Group == group && IsShown(column));

    /// <summary>Whether the page is the list's first.</summary>
    public bool IsFirstPage => !Paging.Any(parameters.ContainsKey);

    /// <summary>Rows from the front; null when the page is counted from the back.</summary>
    public int? First => IsBackward ? null : Size;

    /// <summary>Rows from the back; null when the page is counted from the front.</summary>
    public int? Last => IsBackward ? Size : null;

    /// <summary>The cursor that the rows come behind; null when there is none.</summary>
    public string? After => IsBackward ? null : NullIfEmpty(Text("after"));

    /// <summary>The cursor that the rows come before; null when there is none.</summary>
    public string? Before => NullIfEmpty(Text("before"));

    private bool IsBackward => parameters.ContainsKey("before") || parameters.ContainsKey("last");

    /// <summary>The value of a parameter as written; empty when it is absent.</summary>
    public string Text(string name) => parameters.TryGetValue(name, out var value) ? value.ToString() : "";

    /// <summary>The address of this list's first page with parameters changed; a null value removes one. What was left out stays out.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var kept = active.Select(a => (a.Field.Name, a.Text));
        if (Sort is not null) kept = kept.Append(("sort", Sort));
        if (Size != DefaultSize) kept = kept.Append(("size", Size.ToString(CultureInfo.InvariantCulture)));
        if (Columns is not null) kept = kept.Append(("columns", string.Join(',', Columns)));
        var changed = changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => (c.Name, c.Value!));
        return TidyAddress.Of(Definition.Path, kept.Where(k => !changes.Any(c => c.Name == k.Item1)).Concat(changed));
    }

    /// <summary>The sort that a click on a header leads to: none, ascending, descending, none.</summary>
    public string? NextSort(string name) => Sort == name ? "-" + name : Sort == "-" + name ? null : name;

    /// <summary>Reads the address. What cannot be read is left out and warned of.</summary>
    private protected void Read()
    {
        foreach (var (name, value) in parameters) Read(name, value.ToString());
    }

    /// <summary>Reads a filter.</summary>
    /// <returns>The filter; null when the list has none of this name.</returns>
    private protected abstract (FilterField Field, string? Problem)? ReadFilter(string name, string text);

    private void Read(string name, string text)
    {
        if (text.Length == 0 || Paging.Contains(name)) return;
        if (name == "size") ReadSize(text);
        else if (name == "sort") ReadSort(text);
        else if (name == "columns" && Definition.Columns.Count > 0) ReadColumns(text);
        else if (ReadFilter(name, text) is not { } filter) warnings.Add($"“{name}” is not a filter of this page and was left out.");
        else if (filter.Problem is { } problem) warnings.Add($"{filter.Field.Label}: {problem}");
        else active.Add(new ActiveFilter(filter.Field, text));
    }

    private void ReadSize(string text)
    {
        if (int.TryParse(text, out var size) && size is >= 1 and <= MaximumSize) Size = size;
        else warnings.Add($"“{text}” is not a page size: a whole number from 1 to {MaximumSize} would be.");
    }

    private void ReadSort(string text)
    {
        if (Definition.SortNames.Contains(text.TrimStart('-'))) Sort = text;
        else warnings.Add($"The list cannot be sorted by “{text}”: {string.Join(", ", Definition.SortNames)} can be used.");
    }

    private void ReadColumns(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var choosable = Definition.Choosable.Select(c => c.Name).ToList();
        foreach (var unknown in names.Except(choosable)) warnings.Add($"There is no column “{unknown}”: {string.Join(", ", choosable)} can be chosen.");
        var known = choosable.Intersect(names).ToList();
        if (known.Count > 0 && !known.SequenceEqual(Definition.Choosable.Where(c => c.Place > 0).Select(c => c.Name))) Columns = known;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>The state of a list page with what the graph is asked for it.</summary>
/// <typeparam name="TFilter">What the graph filters the list by.</typeparam>
/// <typeparam name="TSort">What the graph sorts the list by.</typeparam>
public sealed class ListState<TFilter, TSort> : ListState
    where TFilter : class
{
    private readonly ListDefinition<TFilter, TSort> definition;
    private readonly List<(FilterField<TFilter> Field, TFilter Where)> terms = [];

    /// <summary>Reads the state from an address. What cannot be read is left out and warned of.</summary>
    public ListState(ListDefinition<TFilter, TSort> definition, string address)
        : base(definition, address)
    {
        this.definition = definition;
        Read();
    }

    /// <summary>A filter that applies while the parameter of this name is absent; null when the list has none.</summary>
    public (string Name, TFilter Where)? Default { get; init; }

    /// <summary>What the rows must match; null when all do.</summary>
    public TFilter? Where
    {
        get
        {
            var all = Parts().ToArray();
            return all.Length == 0 ? null : definition.All(all);
        }
    }

    /// <summary>The order; null for the list's own.</summary>
    public IReadOnlyList<TSort>? Order =>
        Sort is { } sort ? [definition.Sorts[sort.TrimStart('-')](sort.StartsWith('-') ? SortEnumType.Desc : SortEnumType.Asc)] : null;

    private protected override (FilterField Field, string? Problem)? ReadFilter(string name, string text)
    {
        if (definition.Filter(name) is not { } field) return null;
        var term = field.Parse(text);
        if (term.Where is { } where) terms.Add((field, where));
        return (field, term.Problem);
    }

    private IEnumerable<TFilter> Parts()
    {
        foreach (var row in terms.GroupBy(t => t.Field.SameRow))
        {
            if (row.Key is { } join) yield return join([.. row.Select(t => t.Where)]);
            else foreach (var term in row) yield return term.Where;
        }

        if (Default is { } usual && !terms.Exists(t => t.Field.Name == usual.Name)) yield return usual.Where;
    }
}
