using System.Globalization;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Refusals;

/// <summary>Checks values of inputs, and refuses all that are wrong together.</summary>
internal sealed class Checks
{
    private readonly List<Refusal> refusals = [];

    /// <summary>Refuses a text of another length, and one that not every database can hold.</summary>
    public Checks Length(string field, string? text, int max, int min = 0)
    {
        if (text?.Contains('\0') == true) Add("INVALID_CHARACTER", field, $"`{field}` has the character U+0000, which cannot be stored; any other is possible.");
        if (text is not null && (text.Length > max || text.Length < min))
            Add("INVALID_LENGTH", field, $"`{field}` has {text.Length} characters; {(min > 0 ? $"{min} to {max}" : $"at most {max}")} are possible.");
        return this;
    }

    /// <summary>Refuses a number below a limit.</summary>
    public Checks AtLeast(string field, double? value, double min)
    {
        if (value < min || value is double.NaN or double.PositiveInfinity)
            Add("OUT_OF_RANGE", field, string.Create(CultureInfo.InvariantCulture, $"`{field}` is {value}; it must be {min} or more."));
        return this;
    }

    /// <summary>Refuses a number outside of 0 to 1.</summary>
    public Checks Part(string field, double? value)
    {
        if (value is < 0 or > 1 or double.NaN) Add("OUT_OF_RANGE", field, string.Create(CultureInfo.InvariantCulture, $"`{field}` is {value}; it must be between 0 and 1."));
        return this;
    }

    /// <summary>Refuses an end before its start.</summary>
    public Checks Order(string startField, DateTimeOffset? start, string endField, DateTimeOffset? end)
    {
        if (end < start)
            Add("END_BEFORE_START", endField, $"`{endField}` is {end:O}, before `{startField}`, {start:O}: an end is at its start or later.");
        return this;
    }

    /// <summary>Refuses something else.</summary>
    public Checks Add(string code, string field, string message)
    {
        refusals.Add(new InvalidValueError(code, field, message));
        return this;
    }

    /// <summary>Ends the checks.</summary>
    /// <exception cref="RefusalException">Something was wrong; all of it is told.</exception>
    public void Throw()
    {
        if (refusals.Count > 0) throw new RefusalException(refusals);
    }
}
