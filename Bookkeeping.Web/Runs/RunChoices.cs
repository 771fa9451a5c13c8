using System.Globalization;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Runs;

/// <summary>The values of open lists that runs can be filtered by, as the graph tells them beside the runs.</summary>
internal static class RunChoices
{
    /// <summary>The values by the name of the filter that offers them; a list that could not be read offers none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Choice>> Of(RunsPageResult? told) => told is null ? new Dictionary<string, IReadOnlyList<Choice>>() : new()
    {
        ["beam-modes"] = Choices(told.RunBeamModes),
        ["pdp-beam-types"] = Choices(told.PdpBeamTypes),
        ["beam-types"] = Choices(told.BeamTypes),
        ["magnets"] = [.. (told.MagnetLevels ?? []).Select(m => new Choice(Text(m.L3Ka, m.DipoleKa), Words(m.L3Ka, m.DipoleKa)))],
        ["reason-category"] = Choices(told.ReasonTypes?.Select(r => r.Category)),
        ["reason-title"] = Choices(told.ReasonTypes?.Select(r => r.Title).Where(t => t.Length > 0).Order(StringComparer.Ordinal)),
        ["types"] = Choices(told.RunTypes?.Nodes?.Select(t => t.Name)),
        ["periods"] = Choices(told.LhcPeriods?.Nodes?.Select(p => p.Name)),
        ["detectors"] = Choices(told.Detectors?.Nodes?.Select(d => d.Name)),
        ["tags"] = Choices(told.Tags?.Nodes?.Select(t => t.Text)),
    };

    private static Choice[] Choices(IEnumerable<string>? values) => [.. (values ?? []).Distinct().Select(Choice.Of)];

    // As an address has it: 30/-6.
    private static string Text(int l3, int dipole) => string.Create(CultureInfo.InvariantCulture, $"{l3}/{dipole}");

    private static string Words(int l3, int dipole) => $"L3 {Signed(l3)} kA, dipole {Signed(dipole)} kA";

    private static string Signed(int level) => level.ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
