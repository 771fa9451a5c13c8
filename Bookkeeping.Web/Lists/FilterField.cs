namespace Bookkeeping.Web.Lists;

/// <summary>A filter that a list page takes from its address.</summary>
/// <param name="Name">The query parameter.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Parse">Turns the parameter's text into a term of the graph's <c>where</c>, or says what is wrong with it.</param>
public sealed record FilterField(string Name, string Label, Func<string, FilterTerm> Parse)
{
    /// <summary>How the control offers it.</summary>
    public FilterControl Control { get; init; } = new TextControl();

    /// <summary>Where the term stands in <c>where</c>, <c>endOfRunReasons.some</c> for example: filters of one place are about the same row of the list. Null: at its top.</summary>
    public string? SameRowOf { get; init; }
}

/// <summary>Filters that a page shows together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Filters">The filters.</param>
public sealed record FilterGroup(string Title, IReadOnlyList<FilterField> Filters);

/// <summary>What a filter's text means.</summary>
/// <param name="Where">The term of <c>where</c>, an object of dictionaries and lists; null when the text is wrong.</param>
/// <param name="Problem">What is wrong, and what would be right; null when nothing is.</param>
public readonly record struct FilterTerm(object? Where, string? Problem)
{
    /// <summary>A term that applies.</summary>
    public static FilterTerm Of(object where) => new(where, null);

    /// <summary>A text that cannot be read.</summary>
    public static FilterTerm Wrong(string problem) => new(null, problem);
}
