using System.Text;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>Names of instruments and tags as Prometheus spells them.</summary>
/// <remarks>Source: OpenTelemetry, "Prometheus and OpenMetrics Compatibility".</remarks>
internal static class MetricName
{
    /// <summary>The metric of an instrument: <c>http.server.request.duration</c> in <c>s</c> is <c>http_server_request_duration_seconds</c>.</summary>
    public static string Of(string instrument, string? unit, MetricKind kind)
    {
        var name = Sanitize(instrument, allowsColon: true);
        var suffix = Unit(unit, kind);
        if (suffix is not null && !name.EndsWith("_" + suffix, StringComparison.Ordinal) && name != suffix) name += "_" + suffix;
        return kind == MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>The label of a tag: <c>http.route</c> is <c>http_route</c>.</summary>
    public static string OfLabel(string tag) => Sanitize(tag, allowsColon: false);

    private static string? Unit(string? unit, MetricKind kind) => unit switch
    {
        null or "" => null,
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "%" => "percent",
        "1" => kind == MetricKind.Gauge ? "ratio" : null,
        ['{', ..] => null,
        _ => Sanitize(unit, allowsColon: false).Trim('_'),
    };

    private static string Sanitize(string name, bool allowsColon)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            var isAllowed = char.IsAsciiLetter(c) || c == '_' || (c == ':' && allowsColon) || char.IsAsciiDigit(c);
            if (text.Length == 0 && char.IsAsciiDigit(c)) text.Append('_');
            text.Append(isAllowed ? c : '_');
        }

        return text.Length == 0 ? "_" : text.ToString();
    }
}

/// <summary>The kinds of metrics.</summary>
internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts values by their size.</summary>
    Histogram,
}
