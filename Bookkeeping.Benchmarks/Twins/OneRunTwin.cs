using System.Data.Common;
using System.Text.Json;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>One run with everything about it: every stored scalar, fill, detectors, tags, reasons, trigger counters.</summary>
internal sealed class OneRunTwin(string connectionString, bool postgreSql) : Twin(connectionString, postgreSql)
{
    private enum Kind { Text, Number, Long, Real, Switch, Time }

    private static readonly (string Field, string Column, Kind Kind)[] Scalars =
    [
        ("runNumber", "run_number", Kind.Number),
        ("timeO2Start", "time_o2_start", Kind.Time), ("timeO2End", "time_o2_end", Kind.Time),
        ("timeTrgStart", "time_trg_start", Kind.Time), ("timeTrgEnd", "time_trg_end", Kind.Time),
        ("firstTfTimestamp", "first_tf_timestamp", Kind.Time), ("lastTfTimestamp", "last_tf_timestamp", Kind.Time),
        ("startTime", "start_time", Kind.Time), ("endedAt", "ended_at", Kind.Time),
        ("qcTimeStart", "qc_time_start", Kind.Time), ("qcTimeEnd", "qc_time_end", Kind.Time),
        ("definition", "definition", Kind.Text), ("calibrationStatus", "calibration_status", Kind.Text), ("quality", "quality", Kind.Text),
        ("detectorCount", "detector_count", Kind.Number), ("flpCount", "flp_count", Kind.Number), ("epnCount", "epn_count", Kind.Number),
        ("subtimeframeCount", "subtimeframe_count", Kind.Number), ("bytesReadOut", "bytes_read_out", Kind.Long),
        ("dataDistributionEnabled", "data_distribution_enabled", Kind.Switch), ("dcsEnabled", "dcs_enabled", Kind.Switch), ("epnEnabled", "epn_enabled", Kind.Switch),
        ("trigger", "trigger", Kind.Text), ("epnTopology", "epn_topology", Kind.Text), ("odcTopologyFullName", "odc_topology_full_name", Kind.Text),
        ("pdpConfigOption", "pdp_config_option", Kind.Text), ("pdpWorkflowParameters", "pdp_workflow_parameters", Kind.Text), ("pdpBeamType", "pdp_beam_type", Kind.Text),
        ("readoutConfigurationUri", "readout_configuration_uri", Kind.Text), ("timeFrameBuilderMode", "time_frame_builder_mode", Kind.Text),
        ("lhcBeamMode", "lhc_beam_mode", Kind.Text), ("lhcBeamEnergyGeV", "lhc_beam_energy_gev", Kind.Real),
        ("l3CurrentLevelKa", "l3_current_level_ka", Kind.Number), ("dipoleCurrentLevelKa", "dipole_current_level_ka", Kind.Number),
        ("startOfDataTransfer", "start_of_data_transfer", Kind.Time), ("endOfDataTransfer", "end_of_data_transfer", Kind.Time),
        ("ctfFileCount", "ctf_file_count", Kind.Number), ("tfFileCount", "tf_file_count", Kind.Number), ("otherFileCount", "other_file_count", Kind.Number),
        ("ctfFileSizeBytes", "ctf_file_size_bytes", Kind.Long), ("tfFileSizeBytes", "tf_file_size_bytes", Kind.Long), ("otherFileSizeBytes", "other_file_size_bytes", Kind.Long),
        ("inelasticInteractionRateAverageHz", "inelastic_interaction_rate_average_hz", Kind.Real),
        ("triggerConfiguration", "trigger_configuration", Kind.Text),
    ];

    private static readonly string Select = $"SELECT {string.Join(", ", Scalars.Select(s => s.Column))}, fill_number FROM runs WHERE run_number = ";

    /// <summary>The run shown; one in the middle of the generated numbers.</summary>
    public required int RunNumber { get; init; }

    public override string Operation =>
        $$"""
        { run(runNumber: {{RunNumber}}) { {{string.Join(' ', Scalars.Select(s => s.Field))}} fill { fillNumber beamType }
          detectors { quality detector { name } } tags { text } endOfRunReasons { category title description }
          triggerCounters(first: 1000) { nodes { className lmb lma l0b l0a l1b l1a } } } }
        """;

    public override async Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        using var connection = await OpenAsync(cancel);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("run");
        var fill = await WriteScalarsAsync(json, connection, cancel);
        await WriteFillAsync(json, connection, fill, cancel);
        await WriteListAsync(json, connection, "detectors", $"SELECT quality, detector_name FROM run_detectors WHERE run_number = {RunNumber} ORDER BY detector_name", WriteDetector, cancel);
        await WriteListAsync(json, connection, "tags", $"SELECT tag_text FROM run_tags WHERE run_number = {RunNumber} ORDER BY tag_text", (j, r) => WriteText(j, "text", r, 0), cancel);
        await WriteListAsync(json, connection, "endOfRunReasons", $"SELECT category, title, description FROM end_of_run_reasons WHERE run_number = {RunNumber} ORDER BY reason_number", WriteReason, cancel);
        json.WriteStartObject("triggerCounters");
        await WriteListAsync(json, connection, "nodes", $"SELECT class_name, lmb, lma, l0b, l0a, l1b, l1a FROM trigger_counters WHERE run_number = {RunNumber} ORDER BY class_name", WriteCounters, cancel);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async Task<int?> WriteScalarsAsync(Utf8JsonWriter json, TwinConnection connection, CancellationToken cancel)
    {
        var select = connection.Command(Select + RunNumber);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        for (var i = 0; i < Scalars.Length; i++) WriteScalar(json, Scalars[i].Field, Scalars[i].Kind, reader, i);
        return reader.IsDBNull(Scalars.Length) ? null : reader.GetInt32(Scalars.Length);
    }

    private void WriteScalar(Utf8JsonWriter json, string name, Kind kind, DbDataReader reader, int column)
    {
        switch (kind)
        {
            case Kind.Time: Write(json, name, Time(reader, column)); break;
            case var _ when reader.IsDBNull(column): json.WriteNull(name); break;
            case Kind.Text: json.WriteString(name, reader.GetString(column)); break;
            case Kind.Number: json.WriteNumber(name, reader.GetInt32(column)); break;
            case Kind.Long: json.WriteNumber(name, reader.GetInt64(column)); break;
            case Kind.Real: json.WriteNumber(name, reader.GetDouble(column)); break;
            case Kind.Switch: json.WriteBoolean(name, reader.GetBoolean(column)); break;
        }
    }

    private static async Task WriteFillAsync(Utf8JsonWriter json, TwinConnection connection, int? fill, CancellationToken cancel)
    {
        if (fill is null)
        {
            json.WriteNull("fill");
            return;
        }

        var select = connection.Command($"SELECT fill_number, beam_type FROM fills WHERE fill_number = {fill}");
        await using var reader = await select.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        json.WriteStartObject("fill");
        WriteNumber(json, "fillNumber", reader, 0);
        WriteText(json, "beamType", reader, 1);
        json.WriteEndObject();
    }

    private static async Task WriteListAsync(
        Utf8JsonWriter json, TwinConnection connection, string name, string sql, Action<Utf8JsonWriter, DbDataReader> write, CancellationToken cancel)
    {
        var select = connection.Command(sql);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        json.WriteStartArray(name);
        while (await reader.ReadAsync(cancel))
        {
            json.WriteStartObject();
            write(json, reader);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDetector(Utf8JsonWriter json, DbDataReader reader)
    {
        WriteText(json, "quality", reader, 0);
        json.WriteStartObject("detector");
        WriteText(json, "name", reader, 1);
        json.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter json, DbDataReader reader)
    {
        WriteText(json, "category", reader, 0);
        WriteText(json, "title", reader, 1);
        WriteText(json, "description", reader, 2);
    }

    private static void WriteCounters(Utf8JsonWriter json, DbDataReader reader)
    {
        WriteText(json, "className", reader, 0);
        string[] names = ["lmb", "lma", "l0b", "l0a", "l1b", "l1a"];
        for (var i = 0; i < names.Length; i++) json.WriteNumber(names[i], reader.GetInt64(i + 1));
    }
}
