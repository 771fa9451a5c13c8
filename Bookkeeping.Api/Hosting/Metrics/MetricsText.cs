using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>Writes metrics in the text format of Prometheus.</summary>
/// <remarks>Source: Prometheus, "Text-based format", version 0.0.4.</remarks>
internal sealed class MetricsText(IBufferWriter<byte> output)
{
    /// <summary>The format's media type.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes what stands above the samples of a metric.</summary>
    public void WriteHead(string name, string? help, MetricKind kind)
    {
        if (!string.IsNullOrEmpty(help))
        {
            Write("# HELP ");
            Write(name);
            Write(" ");
            Write(help.Replace(@"\", @"\\").Replace("\n", @"\n"));
            Write("\n");
        }

        Write("# TYPE ");
        Write(name);
        Write(kind switch
        {
            MetricKind.Counter => " counter\n",
            MetricKind.Gauge => " gauge\n",
            _ => " histogram\n",
        });
    }

    /// <summary>Writes a sample.</summary>
    public void WriteSample(string name, string labels, double value)
    {
        Write(name);
        if (labels.Length > 0)
        {
            Write("{");
            Write(labels);
            Write("}");
        }

        WriteValue(value);
    }

    /// <summary>Writes a sample of a histogram's bucket.</summary>
    public void WriteBucket(string name, string labels, string upperBound, long count)
    {
        Write(name);
        Write("_bucket{");
        if (labels.Length > 0)
        {
            Write(labels);
            Write(",");
        }

        Write("le=\"");
        Write(upperBound);
        Write("\"}");
        WriteValue(count);
    }

    private void WriteValue(double value)
    {
        var span = output.GetSpan(40);
        span[0] = (byte)' ';
        var length = 1;
        if (double.IsFinite(value) && value.TryFormat(span[1..], out var written, "R", CultureInfo.InvariantCulture)) length += written;
        else length += Encoding.UTF8.GetBytes(double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf", span[1..]);
        span[length] = (byte)'\n';
        output.Advance(length + 1);
    }

    private void Write(string text)
    {
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
