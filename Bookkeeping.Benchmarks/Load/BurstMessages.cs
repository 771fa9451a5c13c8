using System.Text.Json;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>A request of the burst.</summary>
/// <param name="Bytes">As it is sent.</param>
/// <param name="Rows">How many messages it holds.</param>
internal sealed record BurstRequest(byte[] Bytes, int Rows);

/// <summary>What machines send when a run starts, and a little later: who takes part, its counters, and entries about it.</summary>
internal static class BurstMessages
{
    public const int Flps = 200;
    public const int Processes = 5_000;
    public const int TriggerClasses = 200;
    public const int Readings = 10;
    public const int LogEntries = 200;

    private static readonly string[] Detectors = ["CPV", "CTP", "EMC", "FDD", "FT0", "FV0", "HMP", "ITS", "MCH", "MFT", "MID", "PHS", "TOF", "TPC", "TRD", "ZDC"];
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    /// <summary>The message that a run starts.</summary>
    public static byte[] StartOf(int runNumber) => Request("startRun", "StartRunInput", "run { runNumber } errors { ... on Error { code message } }", new
    {
        runNumber, timeO2Start = Start, runType = "PHYSICS", detectors = Detectors,
    }).Bytes;

    /// <summary>All messages about a run, in any order but always in the same one.</summary>
    /// <param name="runNumber">The run.</param>
    /// <param name="perRequest">How many messages of a kind a request holds.</param>
    public static IReadOnlyList<BurstRequest> About(int runNumber, int perRequest)
    {
        var flps = Enumerable.Range(0, Flps).Select(flp => new { runNumber, name = $"FLP-{flp}", hostname = $"flp{flp:000}" });
        var processes = Enumerable.Range(0, Processes).Select(process => new
        {
            runNumber, detector = Detectors[process % Detectors.Length], processName = $"qc-task-{process % 60}", processType = process % 5 == 0 ? "QcChecker" : "QcTask",
            hostname = $"epn{process % 250:000}", args = $"--task {process}",
        });
        var triggers =
            from reading in Enumerable.Range(1, Readings)
            from name in Enumerable.Range(0, TriggerClasses)
            select new { runNumber, className = $"C{name}-B-NOPF", timestamp = Start.AddSeconds(reading), lmb = 60 * reading, lma = 50 * reading, l0b = 40 * reading, l0a = 30 * reading, l1b = 20 * reading, l1a = 10 * reading };
        var counters =
            from reading in Enumerable.Range(1, Readings)
            from flp in Enumerable.Range(0, Flps)
            select new { runNumber, name = $"FLP-{flp}", timeframeCount = 1_000 * reading, bytesEquipmentReadOut = 1_000_000L * reading };
        var entries = Enumerable.Range(0, LogEntries).Select(entry => new
        {
            title = TitleOf(runNumber, entry), text = "Something was seen at the start of the run, and **this** is what was done about it.", runNumbers = new[] { runNumber }, idempotencyKey = $"burst-{runNumber}-{entry}",
        });
        const string Result = "results { index errors { ... on Error { code message } } } errors { ... on Error { code message } }";
        var requests = Lists("registerFlpRoles", "RegisterFlpRolesInput", Result, flps, perRequest)
            .Concat(Lists("registerDplProcesses", "RegisterDplProcessesInput", Result, processes, perRequest))
            .Concat(Lists("recordTriggerCounters", "RecordTriggerCountersInput", Result, triggers, perRequest))
            .Concat(Lists("updateFlpCounters", "UpdateFlpCountersInput", Result, counters, perRequest))
            .Concat(perRequest > 1
                ? Lists("createLogEntryBatch", "CreateLogEntryBatchInput", Result, entries, perRequest)
                : entries.Select(entry => Request("createLogEntry", "CreateLogEntryInput", "logEntry { number } errors { ... on Error { code message } }", entry)))
            .ToArray();
        new Random(runNumber).Shuffle(requests);
        return requests;
    }

    /// <summary>The title of an entry.</summary>
    public static string TitleOf(int runNumber, int entry) => $"Burst {runNumber}: entry {entry}";

    private static IEnumerable<BurstRequest> Lists<T>(string mutation, string inputType, string selection, IEnumerable<T> items, int perRequest) =>
        items.Chunk(perRequest).Select(chunk => Request(mutation, inputType, selection, new { items = chunk }, chunk.Length));

    private static BurstRequest Request(string mutation, string inputType, string selection, object input, int rows = 1) => new(
        LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = $"mutation($input: {inputType}!) {{ {mutation}(input: $input) {{ {selection} }} }}", variables = new { input } })), rows);
}
