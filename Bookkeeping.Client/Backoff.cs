namespace Bookkeeping.Client;

/// <summary>Pauses that double, each shortened by chance, so that many clients of one server do not come back at once.</summary>
internal static class Backoff
{
    private const int MostDoublings = 20;

    /// <summary>The pause before a try.</summary>
    /// <param name="attempt">0 for the first try after a failure.</param>
    /// <param name="first">Its longest pause.</param>
    /// <param name="most">The longest pause of all.</param>
    public static TimeSpan Delay(int attempt, TimeSpan first, TimeSpan most)
    {
        var whole = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, MostDoublings)), most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(whole * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
