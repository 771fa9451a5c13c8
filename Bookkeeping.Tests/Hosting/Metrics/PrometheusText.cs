using System.Globalization;
using System.Text;

namespace Bookkeeping.Tests.Hosting.Metrics;

/// <summary>A strict reader of the text format of Prometheus, version 0.0.4: what it lets pass, every scraper reads alike.</summary>
internal sealed class PrometheusText
{
    private readonly Dictionary<string, Family> families = new(StringComparer.Ordinal);
    private Family? current;
    private string? pendingHelp;
    private string? pendingName;

    private PrometheusText()
    {
    }

    /// <summary>A metric: its type and samples, in their order.</summary>
    public sealed record Family(string Name, string Type, string? Help)
    {
        public List<Sample> Samples { get; } = [];
    }

    /// <summary>A sample: its name, its labels by name, its value.</summary>
    public sealed record Sample(string Name, IReadOnlyList<(string Name, string Value)> Labels, double Value)
    {
        /// <summary>The labels but for one, as text.</summary>
        public string LabelsWithout(string name) => string.Join(",", Labels.Where(l => l.Name != name).Select(l => $"{l.Name}={l.Value}"));

        /// <summary>The value of a label; null when there is none.</summary>
        public string? Label(string name) => Labels.Where(l => l.Name == name).Select(l => l.Value).FirstOrDefault();
    }

    /// <summary>Reads a text, bytes of UTF-8.</summary>
    /// <exception cref="FormatException">It breaks a rule of the format.</exception>
    public static IReadOnlyDictionary<string, Family> Parse(ReadOnlySpan<byte> bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        if (text.Length > 0 && text[^1] != '\n') throw new FormatException("The last line has no end.");
        var reader = new PrometheusText();
        foreach (var line in text.Split('\n')[..^1]) reader.Read(line);
        foreach (var family in reader.families.Values) Check(family);
        return reader.families;
    }

    private void Read(string line)
    {
        if (line.Length == 0 || line.Contains('\r')) throw new FormatException($"An empty line, or a carriage return: '{line}'.");
        if (line[0] == '#') ReadComment(line);
        else ReadSample(line);
    }

    private void ReadComment(string line)
    {
        var parts = line.Split(' ', 4);
        if (parts.Length < 4 || parts[0] != "#" || !IsName(parts[2], allowsColon: true)) throw new FormatException($"No HELP or TYPE: '{line}'.");
        if (families.ContainsKey(parts[2])) throw new FormatException($"{parts[2]} comes twice.");
        if (parts[1] == "HELP")
        {
            Unescape(parts[3], quotes: false);
            if (pendingName is not null) throw new FormatException($"HELP of {pendingName} has no TYPE.");
            (pendingName, pendingHelp) = (parts[2], parts[3]);
            return;
        }

        if (parts[1] != "TYPE" || parts[3] is not ("counter" or "gauge" or "histogram")) throw new FormatException($"No type we write: '{line}'.");
        if (pendingName is not null && pendingName != parts[2]) throw new FormatException($"HELP of {pendingName} before TYPE of {parts[2]}.");
        current = families[parts[2]] = new Family(parts[2], parts[3], pendingHelp);
        pendingName = pendingHelp = null;
    }

    private void ReadSample(string line)
    {
        if (current is null || pendingName is not null) throw new FormatException($"A sample before its TYPE: '{line}'.");
        var end = line.IndexOfAny([' ', '{']);
        if (end < 0) throw new FormatException($"No value: '{line}'.");
        var name = line[..end];
        if (!IsName(name, allowsColon: true)) throw new FormatException($"No name: '{line}'.");
        var allowed = current.Type == "histogram" ? new[] { "_bucket", "_sum", "_count" }.Select(s => current.Name + s).ToArray() : [current.Name];
        if (!allowed.Contains(name)) throw new FormatException($"{name} stands among the samples of {current.Name}.");
        var labels = new List<(string, string)>();
        if (line[end] == '{') end = ReadLabels(line, end + 1, labels);
        if (line[end] != ' ' || line[(end + 1)..].Contains(' ')) throw new FormatException($"One value must follow a space: '{line}'.");
        var sample = new Sample(name, labels, ReadValue(line[(end + 1)..]));
        if (labels.DistinctBy(l => l.Item1).Count() != labels.Count) throw new FormatException($"A label comes twice: '{line}'.");
        if (current.Samples.Exists(s => s.Name == name && s.LabelsWithout("") == sample.LabelsWithout(""))) throw new FormatException($"The series comes twice: '{line}'.");
        current.Samples.Add(sample);
    }

    private static int ReadLabels(string line, int at, List<(string, string)> labels)
    {
        while (true)
        {
            var equals = line.IndexOf('=', at);
            if (equals < 0 || !IsName(line[at..equals], allowsColon: false) || line[equals + 1] != '"') throw new FormatException($"No label at {at}: '{line}'.");
            var end = equals + 2;
            while (line[end] != '"') end += line[end] == '\\' ? 2 : 1;
            labels.Add((line[at..equals], Unescape(line[(equals + 2)..end], quotes: true)));
            at = end + 2;
            if (line[end + 1] == '}') return at;
            if (line[end + 1] != ',') throw new FormatException($"Labels are not separated at {end}: '{line}'.");
        }
    }

    private static string Unescape(string text, bool quotes)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append((i + 1 < text.Length ? text[++i] : '?') switch
            {
                '\\' => '\\',
                'n' => '\n',
                '"' when quotes => '"',
                var other => throw new FormatException($"No such escape: \\{other} in '{text}'."),
            });
        }

        return plain.ToString();
    }

    private static double ReadValue(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ when char.IsLetter(text[0]) || text.Contains('∞') => throw new FormatException($"No value: '{text}'."),
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static bool IsName(string name, bool allowsColon) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (allowsColon && c == ':'));

    private static void Check(Family family)
    {
        if (family.Samples.Count == 0) throw new FormatException($"{family.Name} has no samples.");
        if (family.Type == "counter" && !family.Name.EndsWith("_total", StringComparison.Ordinal)) throw new FormatException($"The counter {family.Name} does not end with _total.");
        if (family.Type == "counter" && family.Samples.Exists(s => !(s.Value >= 0))) throw new FormatException($"The counter {family.Name} has a value below 0.");
        if (family.Type == "histogram")
            foreach (var series in family.Samples.GroupBy(s => s.LabelsWithout("le"))) CheckHistogram(family.Name, [.. series]);
    }

    private static void CheckHistogram(string name, IReadOnlyList<Sample> samples)
    {
        var buckets = samples.Where(s => s.Name == name + "_bucket").ToList();
        var bounds = buckets.Select(b => ReadValue(b.Label("le") ?? throw new FormatException($"A bucket of {name} has no le."))).ToList();
        var isOrdered = bounds.Zip(bounds.Skip(1)).All(p => p.First < p.Second) && buckets.Zip(buckets.Skip(1)).All(p => p.First.Value <= p.Second.Value);
        if (!isOrdered || bounds.Count == 0 || !double.IsPositiveInfinity(bounds[^1])) throw new FormatException($"The buckets of {name} do not ascend to +Inf.");
        var count = samples.Single(s => s.Name == name + "_count");
        _ = samples.Single(s => s.Name == name + "_sum");
        if (!count.Value.Equals(buckets[^1].Value)) throw new FormatException($"The count of {name} is not that of its last bucket.");
    }
}
