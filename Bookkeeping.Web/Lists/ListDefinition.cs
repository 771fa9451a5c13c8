using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Lists;

/// <summary>What a list page can be asked for, as the page shows it.</summary>
/// <param name="Path">The page's path.</param>
public abstract record ListDefinition(string Path)
{
    /// <summary>The filters it takes, as the page shows them.</summary>
    public abstract IReadOnlyList<FilterGroup> Groups { get; }

    /// <summary>The names it sorts by.</summary>
    public abstract IEnumerable<string> SortNames { get; }

    /// <summary>Its columns, the key of the rows first; none when the list has no choice of them.</summary>
    public IReadOnlyList<ListColumn> Columns { get; init; } = [];

    /// <summary>The columns that a reader may choose or leave out.</summary>
    public IEnumerable<ListColumn> Choosable => Columns.Where(column => column.Place != 1);
}

/// <summary>What a list page can be asked for.</summary>
/// <typeparam name="TFilter">What the graph filters the list by, <c>RunFilterInput</c> for example.</typeparam>
/// <typeparam name="TSort">What the graph sorts the list by, <c>RunSortInput</c> for example.</typeparam>
/// <param name="Path">The page's path.</param>
/// <param name="All">The filter that all of some filters must let through.</param>
/// <param name="Fields">The filters it takes, as the page shows them.</param>
/// <param name="Sorts">What it sorts by, by name.</param>
public sealed record ListDefinition<TFilter, TSort>(
    string Path,
    Func<IReadOnlyList<TFilter>, TFilter> All,
    IReadOnlyList<FilterGroup<TFilter>> Fields,
    IReadOnlyDictionary<string, Func<SortEnumType, TSort>> Sorts) : ListDefinition(Path)
    where TFilter : class
{
    /// <inheritdoc/>
    public override IReadOnlyList<FilterGroup> Groups => Fields;

    /// <inheritdoc/>
    public override IEnumerable<string> SortNames => Sorts.Keys;

    /// <summary>The filter of a name; null when the list has none.</summary>
    public FilterField<TFilter>? Filter(string name) => Fields.SelectMany(g => g.Fields).FirstOrDefault(f => f.Name == name);
}
