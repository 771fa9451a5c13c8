using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Runs;

/// <summary>Which of a run's times stand in for others.</summary>
internal static class RunEdges
{
    extension(IRunEdges run)
    {
        /// <summary>Whether the start shown is the O2 start for want of a trigger start. A run without trigger cannot have one.</summary>
        public bool StartIsFallback => run.Trigger != TriggerValue.Off && run.TimeTrgStart is null && run.StartTime is not null;

        /// <summary>Whether the stop shown is the O2 stop for want of a trigger stop.</summary>
        public bool StopIsFallback => run.Trigger != TriggerValue.Off && run.TimeTrgEnd is null && run.EndedAt is not null;

        /// <summary>The edges of the duration that are O2 times for want of trigger times: start, stop, start and stop, or null.</summary>
        public string? FallbackEdges => (run.StartIsFallback, run.StopIsFallback) switch
        {
            (true, true) => "start and stop",
            (true, false) => "start",
            (false, true) => "stop",
            _ => null,
        };
    }
}
