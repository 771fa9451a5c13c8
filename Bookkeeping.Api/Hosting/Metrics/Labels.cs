using System.Globalization;
using System.Text;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>Tags as the labels of a series.</summary>
/// <remarks>Source: Prometheus, "Text-based format", version 0.0.4.</remarks>
internal static class Labels
{
    /// <summary>The labels of what did not fit the limit on series.</summary>
    public const string Overflow = "otel_metric_overflow=\"true\"";

    /// <summary>The labels by name, without braces: <c>a="1",b="2"</c>; empty without tags.</summary>
    /// <remarks>Tags whose names become the same label have their values joined by semicolons.</remarks>
    public static string Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tag, value) in tags)
        {
            var name = MetricName.OfLabel(tag);
            values[name] = values.TryGetValue(name, out var other) ? $"{other};{TextOf(value)}" : TextOf(value);
        }

        var text = new StringBuilder();
        foreach (var (name, value) in values)
        {
            if (text.Length > 0) text.Append(',');
            AppendEscaped(text.Append(name).Append("=\""), value).Append('"');
        }

        return text.ToString();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static StringBuilder AppendEscaped(StringBuilder text, string value)
    {
        foreach (var c in value)
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(c),
            };
        return text;
    }
}
