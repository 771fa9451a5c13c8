using System.Security.Cryptography;
using System.Text;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Dpl;

/// <summary>A process of the data processing layer that ran in a run, for a detector, on a machine, with certain arguments.</summary>
[DefaultOrder(nameof(DplProcessExecutionNumber))]
internal sealed class DplProcessExecution
{
    internal long DplProcessExecutionNumber { get; set; }

    internal int RunNumber { get; set; }

    /// <summary>The run.</summary>
    public Run Run { get; set; } = null!;

    internal string DetectorName { get; set; } = "";

    /// <summary>The detector whose data it handled.</summary>
    public Detector Detector { get; set; } = null!;

    internal long DplProcessNumber { get; set; }

    /// <summary>The process.</summary>
    public DplProcess Process { get; set; } = null!;

    internal string Hostname { get; set; } = "";

    /// <summary>The machine.</summary>
    public Host Host { get; set; } = null!;

    /// <summary>The arguments it was started with; null when not known.</summary>
    public string? Args { get; set; }

    /// <summary>Stands for the arguments in the key, for they may be long.</summary>
    internal string ArgsDigest { get; set; } = "";

    /// <summary>The first 128 bits of SHA-256 of some arguments, in hexadecimal; empty for none.</summary>
    internal static string DigestOf(string? args) => args is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(args)).AsSpan(0, 16));
}
