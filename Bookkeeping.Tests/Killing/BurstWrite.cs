namespace Bookkeeping.Tests.Killing;

/// <summary>What a message of the burst writes.</summary>
internal enum BurstWriteKind
{
    Run,
    FlpRole,
    TriggerCounters,
    Process,
    LogEntry,
    LogEntries,
}

/// <summary>A message of the burst; sent again, it is the same.</summary>
/// <param name="Kind">What it writes.</param>
/// <param name="Number">Tells it from the others of its kind.</param>
/// <param name="Answer">What it was answered with; null while it was not.</param>
internal sealed record BurstWrite(BurstWriteKind Kind, int Number, string? Answer = null)
{
    /// <summary>The mutation.</summary>
    public string Document => Kind switch
    {
        BurstWriteKind.Run => $"mutation {{ startRun(input: {{runNumber: {Number}, detectors: [\"ITS\"], runType: \"PHYSICS\"}}) {{ run {{ runNumber }} {Errors} }} }}",
        BurstWriteKind.FlpRole => List("registerFlpRoles", $"runNumber: 1, name: \"{Number}\", hostname: \"flp\""),
        BurstWriteKind.TriggerCounters => List("recordTriggerCounters", $"runNumber: 1, className: \"{Number}\", timestamp: \"2022-10-23T10:00:00Z\", lmb: 6, lma: 5, l0b: 4, l0a: 3, l1b: 2, l1a: 1"),
        BurstWriteKind.Process => List("registerDplProcesses", $"runNumber: 1, detector: \"ITS\", processName: \"qc\", processType: \"QcTask\", hostname: \"epn{Number % 7}\", args: \"{Number}\""),
        BurstWriteKind.LogEntry => $"mutation {{ createLogEntry(input: {{{Entry($"{Number}")}}}) {{ logEntry {{ number }} {Errors} }} }}",
        _ => $"mutation {{ createLogEntryBatch(input: {{items: [{{{Entry($"{Number} first")}}}, {{{Entry($"{Number} second")}}}]}}) {{ results {{ logEntry {{ number }} {Errors} }} {Errors} }} }}",
    };

    private const string Errors = "errors { ... on Error { code message } }";

    /// <summary>The rows that it is to be found by, each once.</summary>
    public IEnumerable<string> Rows => Kind switch
    {
        BurstWriteKind.LogEntries => [$"LogEntry {Number} first", $"LogEntry {Number} second"],
        _ => [$"{Kind} {Number}"],
    };

    private static string Entry(string name) => $"title: \"LogEntry {name}\", text: \"Something happened.\", idempotencyKey: \"{name}\"";

    private static string List(string mutation, string item) => $"mutation {{ {mutation}(input: {{items: [{{{item}}}]}}) {{ results {{ index {Errors} }} {Errors} }} }}";
}
