using Bookkeeping.Api.Runs;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>Objects that lie ready in memory, so that writing them is all there is to do.</summary>
internal static class SampleQueries
{
    private static readonly IReadOnlyList<Sample> Ready = [.. Enumerable.Range(0, 50).Select(Sample.Make)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Sample> GetSamples() => Ready;
}

/// <summary>An object of 15 fields, of the kinds that a run has.</summary>
internal sealed record Sample
{
    /// <summary>A number.</summary>
    public required int Number { get; init; }

    /// <summary>A name.</summary>
    public required string Name { get; init; }

    /// <summary>A name or null.</summary>
    public required string? Period { get; init; }

    /// <summary>A longer text.</summary>
    public required string Remark { get; init; }

    /// <summary>A time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>A time or null.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>A word of a few.</summary>
    public required RunQuality Quality { get; init; }

    /// <summary>A word of a few, or null.</summary>
    public required RunDefinition? Definition { get; init; }

    /// <summary>A count.</summary>
    public required int DetectorCount { get; init; }

    /// <summary>A count or null.</summary>
    public required int? EpnCount { get; init; }

    /// <summary>A large count.</summary>
    public required long BytesReadOut { get; init; }

    /// <summary>A measure.</summary>
    public required double BeamEnergyGeV { get; init; }

    /// <summary>A measure or null.</summary>
    public required double? RateHz { get; init; }

    /// <summary>A switch.</summary>
    public required bool DcsEnabled { get; init; }

    /// <summary>A switch or null.</summary>
    public required bool? EpnEnabled { get; init; }

    internal static Sample Make(int i) => new()
    {
        Number = 500_000 + i,
        Name = $"sample {i}",
        Period = i % 5 == 0 ? null : "LHC22o",
        Remark = $"Some words about sample {i}, as long as a sentence usually is.",
        StartedAt = new DateTimeOffset(2022, 9, 24, 1, 2, 3, i, TimeSpan.Zero),
        EndedAt = i % 7 == 0 ? null : new DateTimeOffset(2022, 9, 24, 4, 5, i, TimeSpan.Zero),
        Quality = (RunQuality)(i % 2),
        Definition = i % 4 == 0 ? null : RunDefinition.Physics,
        DetectorCount = i % 16,
        EpnCount = i % 3 == 0 ? null : 200 + i,
        BytesReadOut = 1_000_000_000_000L + i,
        BeamEnergyGeV = 6799.5,
        RateHz = i % 6 == 0 ? null : 500_000.25 + i,
        DcsEnabled = i % 2 == 0,
        EpnEnabled = i % 9 == 0 ? null : true,
    };
}
