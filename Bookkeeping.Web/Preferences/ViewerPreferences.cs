using Bookkeeping.Addresses;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookkeeping.Web.Preferences;

/// <summary>Light or dark.</summary>
internal enum Theme
{
    /// <summary>What the browser prefers.</summary>
    Browser,
    Light,
    Dark,
}

/// <summary>The zone that times are shown in.</summary>
internal enum DisplayZone
{
    /// <summary>That of the control room, the same for everybody.</summary>
    ControlRoom,

    /// <summary>That of the machine which the browser runs on; the control room's until a script has told it.</summary>
    Browser,
    Utc,
}

/// <summary>How times are written.</summary>
internal enum TimeForm
{
    /// <summary>Date and time of day.</summary>
    Clock,

    /// <summary>Milliseconds since 1970 in UTC.</summary>
    Raw,
}

/// <summary>How close the rows of tables stand.</summary>
internal enum Density
{
    Usual,
    Compact,
    Roomy,
}

/// <summary>How one person wants to see the site. The browser keeps it; the server knows it only while it answers.</summary>
internal sealed record ViewerPreferences
{
    /// <summary>The address of the page that greets by default.</summary>
    public const string Home = "/home";

    private const int LongestStart = 1000;

    /// <summary>What holds until somebody chooses.</summary>
    public static ViewerPreferences Default { get; } = new();

    /// <summary>Light or dark.</summary>
    public Theme Theme { get; init; }

    /// <summary>The zone that times are shown in.</summary>
    public DisplayZone Zone { get; init; }

    /// <summary>How times are written.</summary>
    public TimeForm Times { get; init; }

    /// <summary>How close the rows of tables stand.</summary>
    public Density Density { get; init; }

    /// <summary>Whether single keys are shortcuts.</summary>
    public Shortcuts Keys { get; init; }

    /// <summary>The address that the site's root leads to, a page of this site with its filters.</summary>
    public string Start { get; init; } = Home;

    /// <summary>Reads what <see cref="ToString"/> wrote. What cannot be read is as by default.</summary>
    public static ViewerPreferences Parse(string? text) =>
        QueryHelpers.ParseQuery(text).Aggregate(Default, (known, pair) => known.With(pair.Key, pair.Value.ToString()) ?? known);

    /// <summary>Changes one preference.</summary>
    /// <param name="name">Its name as in forms: theme, zone, times, density, keys, start.</param>
    /// <param name="value">Its new value, a word such as <c>control-room</c>; for the start page an address of the site.</param>
    /// <returns>Null when there is no such preference, or the value is none of it.</returns>
    public ViewerPreferences? With(string name, string value) => name switch
    {
        "theme" => Value<Theme>(value) is { } theme ? this with { Theme = theme } : null,
        "zone" => Value<DisplayZone>(value) is { } zone ? this with { Zone = zone } : null,
        "times" => Value<TimeForm>(value) is { } times ? this with { Times = times } : null,
        "density" => Value<Density>(value) is { } density ? this with { Density = density } : null,
        "keys" => Value<Shortcuts>(value) is { } keys ? this with { Keys = keys } : null,
        "start" => LocalAddress.Is(value) && value.Length <= LongestStart && !LocalAddress.IsRoot(value) ? this with { Start = value } : null,
        _ => null,
    };

    /// <summary>A value as it stands in forms and cookies.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>What differs from the default, as the query of an address.</summary>
    public override string ToString()
    {
        (string Name, string Value, string Usual)[] all =
        [
            ("theme", Word(Theme), Word(Default.Theme)), ("zone", Word(Zone), Word(Default.Zone)), ("times", Word(Times), Word(Default.Times)),
            ("density", Word(Density), Word(Default.Density)), ("keys", Word(Keys), Word(Default.Keys)), ("start", Start, Default.Start),
        ];
        return string.Join('&', all.Where(p => p.Value != p.Usual).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
    }

    private static T? Value<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Word(v!.Value) == word);
}

/// <summary>Whether single keys are shortcuts. Those who speak to their machine switch them off.</summary>
internal enum Shortcuts
{
    On,
    Off,
}
