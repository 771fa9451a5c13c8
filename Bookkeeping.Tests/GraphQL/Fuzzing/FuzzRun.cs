using System.Globalization;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Many rounds of a test, each with its own random numbers. The seed is printed; <c>BOOKKEEPING_FUZZ_SEED</c> repeats a run and
/// <c>BOOKKEEPING_FUZZ_SCALE</c> multiplies its rounds.</summary>
internal static class FuzzRun
{
    // What a round may take: a thousand times what it does take, so that only a round without an end exceeds it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the rounds one after the other; the first that fails, or does not end, fails the test with its seed.</summary>
    public static async Task RoundsAsync(ITestOutputHelper output, int count, Func<Random, Task> round)
    {
        var seed = Setting("BOOKKEEPING_FUZZ_SEED") ?? Random.Shared.Next();
        count *= Setting("BOOKKEEPING_FUZZ_SCALE") ?? 1;
        output.WriteLine($"BOOKKEEPING_FUZZ_SEED={seed}, {count} rounds");
        for (var i = 0; i < count; i++)
        {
            var random = new Random(HashCode(seed, i));
            try
            {
                await Task.Run(() => round(random)).WaitAsync(Patience);
            }
            catch (Exception e)
            {
                Assert.Fail($"BOOKKEEPING_FUZZ_SEED={seed}, round {i}: {e}");
            }
        }
    }

    // System.HashCode differs from process to process.
    private static int HashCode(int seed, int round) => unchecked((seed * 397) ^ (round * 7919));

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
