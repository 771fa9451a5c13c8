namespace Bookkeeping.Api.Storage.Import;

/// <summary>Checks that several subjects share.</summary>
internal static class ImportChecks
{
    /// <summary>Reports a text that is too long.</summary>
    public static void RefuseLonger(this ImportLine line, string name, int maxLength)
    {
        if (line.Value<string>(name) is { } text && text.Length > maxLength)
            line.Report($"`{name}` has {text.Length} characters; at most {maxLength} are possible.");
    }

    /// <summary>Reports a text that is there and has no character.</summary>
    public static void RefuseEmpty(this ImportLine line, string name)
    {
        if (line.Value<string>(name) is "") line.Report($"`{name}` must not be empty.");
    }

    /// <summary>Reports an end before its start.</summary>
    public static void RefuseBackwards(this ImportLine line, string startName, string endName)
    {
        if (line.Value<DateTimeOffset?>(endName) < line.Value<DateTimeOffset?>(startName))
            line.Report($"`{endName}` lies before `{startName}`.");
    }

    /// <summary>Reports what a list names more than once.</summary>
    public static void RefuseTwice(this ImportLine line, string name, IEnumerable<string>? keys)
    {
        foreach (var key in (keys ?? []).CountBy(key => key).Where(counted => counted.Value > 1).Select(counted => counted.Key))
            line.Report($"`{name}` names {key} more than once.");
    }
}
