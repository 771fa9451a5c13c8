using Bookkeeping.Api.Environments;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Kit;

/// <summary>Histories of environments as the control system reports them.</summary>
internal static class Reporting
{
    /// <summary>Reports a status.</summary>
    public static void ReportStatus(this Environment environment, EnvironmentStatus status, string? message, DateTimeOffset timestamp, long? timestampNano = null) =>
        EnvironmentState.Take(environment, new EnvironmentReport { Status = status, Message = message, Timestamp = timestamp, TimestampNano = timestampNano });
}
