namespace Bookkeeping.Tests.GraphQL.Execution;

/// <summary>A clock that stands still until it is advanced; timers fire when it passes them.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly List<TestTimer> timers = [];
    private TimeSpan now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(() => callback(state), now + dueTime);
        timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        now += time;
        foreach (var timer in timers.Where(t => t.Due <= now).ToList())
        {
            timers.Remove(timer);
            timer.Fire();
        }
    }

    private sealed class TestTimer(Action fire, TimeSpan due) : ITimer
    {
        private bool disposed;

        public TimeSpan Due { get; } = due;

        public void Fire()
        {
            if (!disposed) fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
