using System.Text.Json;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>50 runs, 15 fields, and how many there are.</summary>
internal sealed class FlatListTwin(string connectionString, bool postgreSql) : Twin(connectionString, postgreSql)
{
    private const string Sql =
        """
        SELECT run_number, start_time, ended_at, time_o2_start, time_o2_end, time_trg_start, time_trg_end, definition, quality, trigger,
               detector_count, flp_count, epn_count, dcs_enabled, lhc_beam_mode
        FROM runs ORDER BY run_number DESC LIMIT 50
        """;

    private static readonly string[] Times = ["startTime", "endedAt", "timeO2Start", "timeO2End", "timeTrgStart", "timeTrgEnd"];

    public override string Operation =>
        """
        { runs(first: 50) { totalCount nodes { runNumber startTime endedAt timeO2Start timeO2End timeTrgStart timeTrgEnd definition quality trigger
          detectorCount flpCount epnCount dcsEnabled lhcBeamMode } } }
        """;

    public override async Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        using var connection = await OpenAsync(cancel);
        var count = connection.Command("SELECT count(*) FROM runs");
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("runs");
        json.WriteNumber("totalCount", Convert.ToInt32(await count.ExecuteScalarAsync(cancel)));
        json.WriteStartArray("nodes");
        var select = connection.Command(Sql);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            json.WriteStartObject();
            json.WriteNumber("runNumber", reader.GetInt32(0));
            for (var i = 0; i < Times.Length; i++) Write(json, Times[i], Time(reader, i + 1));
            WriteText(json, "definition", reader, 7);
            WriteText(json, "quality", reader, 8);
            WriteText(json, "trigger", reader, 9);
            WriteNumber(json, "detectorCount", reader, 10);
            WriteNumber(json, "flpCount", reader, 11);
            WriteNumber(json, "epnCount", reader, 12);
            WriteSwitch(json, "dcsEnabled", reader, 13);
            WriteText(json, "lhcBeamMode", reader, 14);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
