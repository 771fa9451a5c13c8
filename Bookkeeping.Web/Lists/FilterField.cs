namespace Bookkeeping.Web.Lists;

/// <summary>A filter that a list page takes from its address.</summary>
/// <param name="Name">The query parameter.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Parse">Turns the parameter's text into a term of the graph's <c>where</c>, or says what is wrong with it.</param>
public sealed record FilterField(string Name, string Label, Func<string, FilterTerm> Parse)
{
    /// <summary>How the control offers it.</summary>
    public FilterControl Control { get; init; } = new TextControl();
}

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

/// <summary>How a filter is offered to a person.</summary>
public abstract record FilterControl;

/// <summary>A line of text.</summary>
/// <param name="Hint">An example of what may stand in it.</param>
public sealed record TextControl(string Hint = "", string Type = "text") : FilterControl;

/// <summary>One of a few values.</summary>
public sealed record ChoiceControl(IReadOnlyList<string> Choices) : FilterControl;
