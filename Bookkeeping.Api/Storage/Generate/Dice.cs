namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Chance that a seed determines.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => random.NextDouble() < probability;

    /// <summary>A whole number from least to most.</summary>
    public int Number(int least, int most) => random.Next(least, most + 1);

    /// <summary>A 64-bit number from least to most.</summary>
    public long Number(long least, long most) => random.NextInt64(least, most + 1);

    /// <summary>A number between two.</summary>
    public double Real(double least, double most) => least + (random.NextDouble() * (most - least));

    /// <summary>A length of time between two, in whole milliseconds; short ones are more frequent.</summary>
    public TimeSpan Duration(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromMilliseconds((long)(least + ((most - least) * Math.Pow(random.NextDouble(), 2))).TotalMilliseconds);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of several, by their weights.</summary>
    public T Pick<T>(params ReadOnlySpan<(T Choice, int Weight)> choices)
    {
        var total = 0;
        foreach (var (_, weight) in choices) total += weight;
        var left = random.Next(total);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0) return choice;
        }

        throw new InvalidOperationException("Nothing to choose from.");
    }
}
