using System.Globalization;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Runs;

/// <summary>The values of open lists that runs can be filtered by, as the graph tells them beside the runs.</summary>
public abstract record RunChoices
{
    public IReadOnlyList<string> RunBeamModes { get; init; } = [];
    public IReadOnlyList<string> PdpBeamTypes { get; init; } = [];
    public IReadOnlyList<string> BeamTypes { get; init; } = [];
    public IReadOnlyList<MagnetPair> MagnetLevels { get; init; } = [];
    public IReadOnlyList<ReasonKey> ReasonTypes { get; init; } = [];
    public Connection<RunTypeKey> RunTypes { get; init; } = new([]);
    public Connection<LhcPeriodKey> LhcPeriods { get; init; } = new([]);
    public Connection<DetectorKey> Detectors { get; init; } = new([]);
    public Connection<TagKey> Tags { get; init; } = new([]);

    /// <summary>The values by the name of the filter that offers them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> ByFilter() => new Dictionary<string, IReadOnlyList<Choice>>
    {
        ["beam-modes"] = Choices(RunBeamModes),
        ["pdp-beam-types"] = Choices(PdpBeamTypes),
        ["beam-types"] = Choices(BeamTypes),
        ["magnets"] = [.. MagnetLevels.Select(m => new Choice(m.Text, m.Words))],
        ["reason-category"] = Choices(ReasonTypes.Select(r => r.Category)),
        ["reason-title"] = Choices(ReasonTypes.Select(r => r.Title).Where(t => t.Length > 0).Order(StringComparer.Ordinal)),
        ["types"] = Choices(RunTypes.Nodes.Select(t => t.Name)),
        ["periods"] = Choices(LhcPeriods.Nodes.Select(p => p.Name)),
        ["detectors"] = Choices(Detectors.Nodes.Select(d => d.Name)),
        ["tags"] = Choices(Tags.Nodes.Select(t => t.Text)),
    };

    private static Choice[] Choices(IEnumerable<string> values) => [.. values.Distinct().Select(Choice.Of)];
}

/// <summary>Levels of both magnets, kiloampere.</summary>
public sealed record MagnetPair(int L3Ka, int DipoleKa)
{
    /// <summary>As an address has it: <c>30/-6</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{L3Ka}/{DipoleKa}");

    /// <summary>As a person reads it.</summary>
    public string Words => $"L3 {Signed(L3Ka)} kA, dipole {Signed(DipoleKa)} kA";

    private static string Signed(int level) => level.ToString("+0;−0;0", CultureInfo.InvariantCulture);
}

/// <summary>A reason that is offered.</summary>
public sealed record ReasonKey(string Category, string Title);
