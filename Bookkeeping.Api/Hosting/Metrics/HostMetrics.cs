using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>What the program tells of itself beside what the runtime does: when it started, and which version it is.</summary>
internal static class HostMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Bookkeeping.Host";

    /// <summary>Makes the instruments.</summary>
    public static void Create(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        var started = new DateTimeOffset(Process.GetCurrentProcess().StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
        meter.CreateObservableGauge("process.start_time", () => started, "s", "When the process started, seconds since 1970.");
        var version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        meter.CreateObservableGauge("bookkeeping.build_info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", version)), null, "The version of the program.");
    }
}
