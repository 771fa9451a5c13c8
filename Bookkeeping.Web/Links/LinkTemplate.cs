using System.Text.RegularExpressions;

namespace Bookkeeping.Web.Links;

/// <summary>A link to another system.</summary>
public sealed partial class LinkTemplate
{
    private const int MaxLabelLength = 60;

    /// <summary>What the link is called, 1 to 60 characters.</summary>
    public string Label { get; set; } = "";

    /// <summary>Where it leads: <c>https://logs.example.org/?run={runNumber}</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether it is there only while the run, or the environment, is running.</summary>
    public bool OnlyWhileRunning { get; set; }

    /// <summary>The address for some values; null when one that it needs is not known.</summary>
    /// <param name="values">The values by the names of their places.</param>
    public string? Fill(IReadOnlyDictionary<string, string?> values)
    {
        var names = Places().Matches(Address).Select(place => place.Groups[1].Value);
        return names.All(name => values.GetValueOrDefault(name) is { Length: > 0 }) ? Places().Replace(Address, place => Uri.EscapeDataString(values[place.Groups[1].Value]!)) : null;
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="key">Where it stands in the settings.</param>
    /// <param name="known">The names that its address can have places for.</param>
    public string? Problem(string key, IReadOnlyList<string> known)
    {
        if (Label.Length is 0 or > MaxLabelLength) return $"{key}:Label must have 1 to {MaxLabelLength} characters.";
        if (Places().Matches(Address).FirstOrDefault(place => !known.Contains(place.Groups[1].Value)) is { } unknown)
            return $"{key}:Address: {unknown.Value} is none of {string.Join(", ", known.Select(name => $"{{{name}}}"))}.";
        // What the logbook holds must not choose the server that a link leads to.
        var server = Uri.TryCreate(Places().Replace(Address, "0"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Server().Match(Address).Value : "";
        return server.Length == 0 || server.Contains('{') ? $"{key}:Address must begin with http:// or https:// and a server, and have its places behind it: https://logs.example.org/?run={{runNumber}}." : null;
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Places();

    [GeneratedRegex("^https?://[^/?#]+", RegexOptions.IgnoreCase)]
    private static partial Regex Server();
}
