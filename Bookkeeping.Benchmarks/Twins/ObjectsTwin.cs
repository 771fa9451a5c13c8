using System.Text.Json;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>50 objects of 15 fields that lie ready in memory.</summary>
internal sealed class ObjectsTwin() : Twin("", false)
{
    private static readonly JsonEncodedText[] Qualities = [.. Enum.GetNames<RunQuality>().Select(Word)];
    private static readonly JsonEncodedText[] Definitions = [.. Enum.GetNames<RunDefinition>().Select(Word)];

    public override string Operation =>
        """
        { samples { number name period remark startedAt endedAt quality definition detectorCount epnCount bytesReadOut beamEnergyGeV rateHz dcsEnabled epnEnabled } }
        """;

    public override Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartArray("samples"u8);
        foreach (var sample in SampleQueries.GetSamples()) Write(json, sample);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter json, Sample sample)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, sample.Number);
        json.WriteString("name"u8, sample.Name);
        json.WriteString("period"u8, sample.Period);
        json.WriteString("remark"u8, sample.Remark);
        json.WriteString("startedAt"u8, sample.StartedAt.UtcDateTime);
        if (sample.EndedAt is { } end) json.WriteString("endedAt"u8, end.UtcDateTime);
        else json.WriteNull("endedAt"u8);
        json.WriteString("quality"u8, Qualities[(int)sample.Quality]);
        if (sample.Definition is { } definition) json.WriteString("definition"u8, Definitions[(int)definition]);
        else json.WriteNull("definition"u8);
        json.WriteNumber("detectorCount"u8, sample.DetectorCount);
        if (sample.EpnCount is { } count) json.WriteNumber("epnCount"u8, count);
        else json.WriteNull("epnCount"u8);
        json.WriteNumber("bytesReadOut"u8, sample.BytesReadOut);
        json.WriteNumber("beamEnergyGeV"u8, sample.BeamEnergyGeV);
        if (sample.RateHz is { } rate) json.WriteNumber("rateHz"u8, rate);
        else json.WriteNull("rateHz"u8);
        json.WriteBoolean("dcsEnabled"u8, sample.DcsEnabled);
        if (sample.EpnEnabled is { } epn) json.WriteBoolean("epnEnabled"u8, epn);
        else json.WriteNull("epnEnabled"u8);
        json.WriteEndObject();
    }

    private static JsonEncodedText Word(string name) => JsonEncodedText.Encode(name.ToUpperInvariant());
}
