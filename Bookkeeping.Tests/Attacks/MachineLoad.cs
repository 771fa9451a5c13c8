using System.Diagnostics;

namespace Bookkeeping.Tests.Attacks;

/// <summary>How much slower the machine is at the moment than when it has nothing else to do: the same work is done again and again meanwhile.</summary>
/// <remarks>So a time can be judged on a busy machine, where the server waits for its turn, and no server passes that merely waits.</remarks>
internal sealed class MachineLoad : IDisposable
{
    private const int Rounds = 5_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan AtBest = Enumerable.Range(0, 20).Select(_ => Work()).Min();

    private readonly Thread worker;
    private readonly List<TimeSpan> times = [];
    private volatile bool isOver;

    private MachineLoad()
    {
        worker = new Thread(Run) { IsBackground = true };
        worker.Start();
    }

    /// <summary>Begins to measure.</summary>
    public static MachineLoad Measure() => new();

    /// <summary>Ends the measurement.</summary>
    /// <returns>1 for a machine that does nothing else, 2 for one on which everything takes twice as long.</returns>
    public double Slowdown()
    {
        Dispose();
        return Math.Max(1, times.Average(time => time / AtBest));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isOver = true;
        worker.Join();
    }

    private void Run()
    {
        do
        {
            times.Add(Work());
            Thread.Sleep(Pause);
        }
        while (!isOver);
    }

    private static TimeSpan Work()
    {
        var watch = Stopwatch.StartNew();
        var state = 1u;
        for (var i = 0; i < Rounds; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }

        GC.KeepAlive(state);
        return watch.Elapsed;
    }
}
