namespace Bookkeeping.Web.Links;

/// <summary>Where pages lead to other systems of the control room: log viewers, control and quality interfaces (<c>Links</c>). None unless it is told.</summary>
public sealed class LinkOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string SectionName = "Links";

    /// <summary>The links on the page of a run: <c>{runNumber}</c>, <c>{fillNumber}</c>, <c>{environmentId}</c>.</summary>
    public IList<LinkTemplate> Runs { get; set; } = [];

    /// <summary>The links on the page of an environment: <c>{environmentId}</c>, <c>{runNumbers}</c>.</summary>
    public IList<LinkTemplate> Environments { get; set; } = [];

    /// <summary>What is wrong, and what would be right; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Runs.Select((link, at) => link.Problem($"{SectionName}:{nameof(Runs)}:{at}", LinkValues.OfRun)).Concat(Environments.Select((link, at) => link.Problem($"{SectionName}:{nameof(Environments)}:{at}", LinkValues.OfEnvironment))).OfType<string>()];
}
