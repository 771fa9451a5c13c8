using System.Linq.Expressions;

namespace Bookkeeping.Api.Environments;

/// <summary>Histories of environments as letters.</summary>
internal static class StatusSequence
{
    private const string Letters = "PSDCREX";

    /// <summary>The letters of a history, in its order; a status without a letter is left out.</summary>
    public static string Of(IEnumerable<EnvironmentStatus> history) => string.Concat(history.Select(Letter));

    /// <summary>Environments whose history holds a sequence of letters without another between them.</summary>
    /// <param name="pattern">As in <c>D-R-X</c> or <c>drx</c>: characters that are no letters are passed over. A final X means that the history ends there.</param>
    /// <exception cref="FormatException">A letter stands for no status.</exception>
    public static Expression<Func<Environment, bool>> Matching(string pattern)
    {
        var letters = string.Concat(pattern.Where(char.IsLetter)).ToUpperInvariant();
        if (letters.FirstOrDefault(letter => !Letters.Contains(letter)) is var unknown and not '\0')
            throw new FormatException($"'{unknown}' stands for no status of an environment; the letters are {string.Join(", ", Letters.AsEnumerable())}.");

        return letters.EndsWith('X')
            ? environment => environment.StatusSequence.EndsWith(letters)
                && (environment.CurrentStatus == EnvironmentStatus.Destroyed || environment.CurrentStatus == EnvironmentStatus.Done)
            : environment => environment.StatusSequence.Contains(letters);
    }

    private static string Letter(EnvironmentStatus status) => status switch
    {
        EnvironmentStatus.Pending => "P",
        EnvironmentStatus.Standby => "S",
        EnvironmentStatus.Deployed => "D",
        EnvironmentStatus.Configured => "C",
        EnvironmentStatus.Running => "R",
        EnvironmentStatus.Error => "E",
        EnvironmentStatus.Destroyed or EnvironmentStatus.Done => "X",
        _ => "",
    };
}
