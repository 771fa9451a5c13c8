using Bookkeeping.Client;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Runs.Editing;

/// <summary>What became of a change.</summary>
/// <param name="Problems">Why it was not made; none when it was.</param>
/// <param name="Conflict">What somebody else changed meanwhile; null when nobody did.</param>
public sealed record Saving(IReadOnlyList<string> Problems, IConflict? Conflict)
{
    /// <summary>Whether it was made.</summary>
    public bool IsDone => Problems.Count == 0 && Conflict is null;

    /// <summary>A change that was not even sent.</summary>
    public static Saving Refused(string problem) => new([problem], null);

    /// <summary>Reads an answer.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="refusals">The refusals in it.</param>
    public static Saving Of<T>(IOperationResult<T> result, Func<T, IEnumerable<object>?> refusals)
        where T : class
    {
        var refused = result.Data is { } data ? refusals(data)?.ToList() ?? [] : [];
        var conflict = refused.OfType<IConflict>().FirstOrDefault();
        return new([.. result.Errors.Select(error => error.Message), .. refused.Where(refusal => refusal is not IConflict).OfType<IRefusal>().Select(refusal => refusal.Message)], conflict);
    }
}

/// <summary>A field that two people changed.</summary>
/// <param name="What">What people call it.</param>
/// <param name="Yours">As it was sent.</param>
/// <param name="Now">As it is in the logbook.</param>
public sealed record Compared(string What, string Yours, string Now)
{
    /// <summary>Whether there is something to choose.</summary>
    public bool Differs => Yours != Now;
}
