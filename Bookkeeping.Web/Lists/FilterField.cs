namespace Bookkeeping.Web.Lists;

/// <summary>A filter that a list page takes from its address, as the page shows it.</summary>
/// <param name="Name">The query parameter.</param>
/// <param name="Label">What the page calls it.</param>
public abstract record FilterField(string Name, string Label)
{
    /// <summary>How the control offers it.</summary>
    public FilterControl Control { get; init; } = new TextControl();
}

/// <summary>A filter that a list page takes from its address.</summary>
/// <typeparam name="TFilter">What the graph filters the list by, <c>RunFilterInput</c> for example.</typeparam>
/// <param name="Name">The query parameter.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Parse">Turns the parameter's text into a filter of the graph, or says what is wrong with it.</param>
public sealed record FilterField<TFilter>(string Name, string Label, Func<string, FilterTerm<TFilter>> Parse) : FilterField(Name, Label)
    where TFilter : class
{
    /// <summary>Joins filters that are about the same related row, those with the same function here: a reason with this category and that title. Null: the filter stands alone.</summary>
    public Func<IReadOnlyList<TFilter>, TFilter>? SameRow { get; init; }
}

/// <summary>Filters that a page shows together.</summary>
/// <param name="Title">What they are about.</param>
public abstract record FilterGroup(string Title)
{
    /// <summary>The filters.</summary>
    public abstract IReadOnlyList<FilterField> Filters { get; }
}

/// <summary>Filters that a page shows together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Fields">The filters.</param>
public sealed record FilterGroup<TFilter>(string Title, IReadOnlyList<FilterField<TFilter>> Fields) : FilterGroup(Title)
    where TFilter : class
{
    /// <inheritdoc/>
    public override IReadOnlyList<FilterField> Filters => Fields;
}

/// <summary>What a filter's text means.</summary>
/// <param name="Where">The filter of the graph; null when the text is wrong.</param>
/// <param name="Problem">What is wrong, and what would be right; null when nothing is.</param>
public readonly record struct FilterTerm<TFilter>(TFilter? Where, string? Problem)
    where TFilter : class
{
    /// <summary>A filter that applies.</summary>
    public static implicit operator FilterTerm<TFilter>(TFilter where) => new(where, null);

    /// <summary>A text that cannot be read.</summary>
    public static FilterTerm<TFilter> Wrong(string problem) => new(null, problem);
}
