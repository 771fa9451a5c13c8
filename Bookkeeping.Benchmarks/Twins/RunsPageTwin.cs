using System.Data.Common;
using System.Text.Json;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>The Runs page: 50 runs, 25 fields, with detectors, tags, fill and reasons.</summary>
internal sealed class RunsPageTwin(string connectionString, bool postgreSql) : Twin(connectionString, postgreSql)
{
    private const string Runs =
        """
        SELECT run_number, start_time, ended_at, time_o2_start, time_o2_end, time_trg_start, time_trg_end, definition, quality, calibration_status,
               trigger, detector_count, flp_count, epn_count, dcs_enabled, epn_enabled, data_distribution_enabled, lhc_beam_mode, pdp_beam_type,
               epn_topology, fill_number, lhc_period_name, environment_id, run_type_name, pdp_workflow_parameters
        FROM runs ORDER BY run_number DESC LIMIT 50
        """;

    private static readonly string[] Times = ["startTime", "endedAt", "timeO2Start", "timeO2End", "timeTrgStart", "timeTrgEnd"];
    private static readonly string[] Texts = ["definition", "quality", "calibrationStatus", "trigger"];
    private static readonly string[] Counts = ["detectorCount", "flpCount", "epnCount"];
    private static readonly string[] Switches = ["dcsEnabled", "epnEnabled", "dataDistributionEnabled"];

    public override string Operation =>
        """
        { runs(first: 50) { nodes { runNumber startTime endedAt timeO2Start timeO2End timeTrgStart timeTrgEnd definition quality calibrationStatus trigger
          detectorCount flpCount epnCount dcsEnabled epnEnabled dataDistributionEnabled lhcBeamMode pdpBeamType epnTopology pdpWorkflowParameters
          fill { fillNumber beamType } lhcPeriod { name } environment { environmentId } runType { name }
          detectors { quality detector { name } } tags { text } endOfRunReasons { category title description } } } }
        """;

    public override async Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        using var connection = await OpenAsync(cancel);
        var rows = await RowsAsync(connection, cancel);
        int[] numbers = [.. rows.Select(r => r.RunNumber)];
        var beams = await FillsAsync(connection, [.. rows.Where(r => r.FillNumber != null).Select(r => r.FillNumber!.Value).Distinct()], cancel);
        var detectors = await PartsAsync(connection, numbers, "SELECT run_number, quality, detector_name FROM run_detectors WHERE {keys} ORDER BY run_number, detector_name", 2, cancel);
        var tags = await PartsAsync(connection, numbers, "SELECT run_number, tag_text FROM run_tags WHERE {keys} ORDER BY run_number, tag_text", 1, cancel);
        var reasons = await PartsAsync(connection, numbers, "SELECT run_number, category, title, description FROM end_of_run_reasons WHERE {keys} ORDER BY run_number, reason_number", 3, cancel);

        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("runs");
        json.WriteStartArray("nodes");
        foreach (var row in rows) WriteRow(json, row, beams, detectors, tags, reasons);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async Task<List<Row>> RowsAsync(TwinConnection connection, CancellationToken cancel)
    {
        var rows = new List<Row>(50);
        var select = connection.Command(Runs);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(new Row(
                reader.GetInt32(0),
                [.. Enumerable.Range(1, 6).Select(i => Time(reader, i))],
                [.. Enumerable.Range(7, 4).Select(i => Text(reader, i))],
                [.. Enumerable.Range(11, 3).Select(i => reader.IsDBNull(i) ? (int?)null : reader.GetInt32(i))],
                [.. Enumerable.Range(14, 3).Select(i => reader.IsDBNull(i) ? (bool?)null : reader.GetBoolean(i))],
                Text(reader, 17), Text(reader, 18), Text(reader, 19), reader.IsDBNull(20) ? null : reader.GetInt32(20),
                Text(reader, 21), Text(reader, 22), Text(reader, 23), Text(reader, 24)));
        }

        return rows;
    }

    private async Task<Dictionary<int, string?>> FillsAsync(TwinConnection connection, int[] keys, CancellationToken cancel)
    {
        var beams = new Dictionary<int, string?>(keys.Length);
        var select = ForKeys(connection, "SELECT fill_number, beam_type FROM fills WHERE {keys}", "fill_number", keys);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) beams.Add(reader.GetInt32(0), Text(reader, 1));
        return beams;
    }

    private async Task<Dictionary<int, List<string?[]>>> PartsAsync(TwinConnection connection, int[] keys, string sql, int columns, CancellationToken cancel)
    {
        var parts = new Dictionary<int, List<string?[]>>(keys.Length);
        var select = ForKeys(connection, sql, "run_number", keys);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var key = reader.GetInt32(0);
            if (!parts.TryGetValue(key, out var list)) parts.Add(key, list = []);
            list.Add([.. Enumerable.Range(1, columns).Select(i => Text(reader, i))]);
        }

        return parts;
    }

    private static void WriteRow(
        Utf8JsonWriter json, Row row, Dictionary<int, string?> beams,
        Dictionary<int, List<string?[]>> detectors, Dictionary<int, List<string?[]>> tags, Dictionary<int, List<string?[]>> reasons)
    {
        json.WriteStartObject();
        json.WriteNumber("runNumber", row.RunNumber);
        for (var i = 0; i < Times.Length; i++) Write(json, Times[i], row.Times[i]);
        for (var i = 0; i < Texts.Length; i++) json.WriteString(Texts[i], row.Texts[i]);
        for (var i = 0; i < Counts.Length; i++) WriteValue(json, Counts[i], row.Counts[i]);
        for (var i = 0; i < Switches.Length; i++) WriteValue(json, Switches[i], row.Switches[i]);
        json.WriteString("lhcBeamMode", row.LhcBeamMode);
        json.WriteString("pdpBeamType", row.PdpBeamType);
        json.WriteString("epnTopology", row.EpnTopology);
        json.WriteString("pdpWorkflowParameters", row.Workflow);
        WriteFill(json, row, beams);
        WriteReference(json, "lhcPeriod", "name", row.LhcPeriod);
        WriteReference(json, "environment", "environmentId", row.Environment);
        WriteReference(json, "runType", "name", row.RunType);
        WriteDetectors(json, detectors.GetValueOrDefault(row.RunNumber) ?? []);
        WriteParts(json, "tags", ["text"], tags.GetValueOrDefault(row.RunNumber) ?? []);
        WriteParts(json, "endOfRunReasons", ["category", "title", "description"], reasons.GetValueOrDefault(row.RunNumber) ?? []);
        json.WriteEndObject();
    }

    private static void WriteFill(Utf8JsonWriter json, Row row, Dictionary<int, string?> beams)
    {
        if (row.FillNumber is not { } number)
        {
            json.WriteNull("fill");
            return;
        }

        json.WriteStartObject("fill");
        json.WriteNumber("fillNumber", number);
        json.WriteString("beamType", beams[number]);
        json.WriteEndObject();
    }

    private static void WriteDetectors(Utf8JsonWriter json, List<string?[]> detectors)
    {
        json.WriteStartArray("detectors");
        foreach (var detector in detectors)
        {
            json.WriteStartObject();
            json.WriteString("quality", detector[0]);
            WriteReference(json, "detector", "name", detector[1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, string name, string[] members, List<string?[]> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            for (var i = 0; i < members.Length; i++) json.WriteString(members[i], part[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter json, string name, string key, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private sealed record Row(
        int RunNumber, DateTimeOffset?[] Times, string?[] Texts, int?[] Counts, bool?[] Switches, string? LhcBeamMode, string? PdpBeamType,
        string? EpnTopology, int? FillNumber, string? LhcPeriod, string? Environment, string? RunType, string? Workflow);
}
