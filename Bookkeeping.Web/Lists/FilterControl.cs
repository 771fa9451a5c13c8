namespace Bookkeeping.Web.Lists;

/// <summary>A value that a control offers.</summary>
/// <param name="Value">As it stands in the address.</param>
/// <param name="Label">As a person reads it.</param>
public sealed record Choice(string Value, string Label)
{
    /// <summary>A value that reads as it is written.</summary>
    public static Choice Of(string value) => new(value, value);
}

/// <summary>How a filter is offered to a person.</summary>
public abstract record FilterControl
{
    /// <summary>What may stand before the text to say how it is meant; none when there is one meaning.</summary>
    public virtual IReadOnlyList<Choice> Operators => [];

    /// <summary>Takes a filter's text apart.</summary>
    /// <returns>The operator, empty when none is written, and what it applies to.</returns>
    public (string Operator, string Operand) Split(string text)
    {
        var sign = Operators.Select(o => o.Value).Where(o => text.StartsWith(o, StringComparison.Ordinal)).MaxBy(o => o.Length) ?? "";
        return (sign, text[sign.Length..].Trim());
    }
}

/// <summary>A line of text.</summary>
/// <param name="Hint">An example of what may stand in it.</param>
public sealed record TextControl(string Hint = "") : FilterControl;

/// <summary>A date and time of the control room.</summary>
public sealed record TimeControl : FilterControl;

/// <summary>A comparison with a number or a duration.</summary>
/// <param name="Hint">An example.</param>
public sealed record CompareControl(string Hint) : FilterControl
{
    private static readonly Choice[] Signs = [new(">=", "≥"), new(">", ">"), new("=", "="), new("<", "<"), new("<=", "≤")];

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Operators => Signs;
}

/// <summary>One of a few values.</summary>
/// <param name="Choices">Those that never change; the page adds those that the graph tells.</param>
public sealed record ChoiceControl(params IReadOnlyList<string> Choices) : FilterControl;

/// <summary>Any number of values.</summary>
/// <param name="Choices">Those that never change; the page adds those that the graph tells.</param>
public sealed record ManyControl(params IReadOnlyList<string> Choices) : FilterControl
{
    /// <summary>How several values are meant; without it a row has one of them.</summary>
    public IReadOnlyList<Choice> Meanings { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Operators => Meanings;
}
