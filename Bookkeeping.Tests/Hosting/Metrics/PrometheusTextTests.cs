using System.Text;

namespace Bookkeeping.Tests.Hosting.Metrics;

/// <summary>The reader that judges our metrics is itself strict.</summary>
public sealed class PrometheusTextTests
{
    [Theory]
    [InlineData("# TYPE a gauge\na 1")]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a gauge\n")]
    [InlineData("# TYPE a gauge\na 1\n\n")]
    [InlineData("# TYPE a gauge\na 1\r\n")]
    [InlineData("# TYPE a gauge\na 1\na 2\n")]
    [InlineData("# TYPE a gauge\nb 1\n")]
    [InlineData("# TYPE a gauge\na 1 2\n")]
    [InlineData("# TYPE a gauge\na Infinity\n")]
    [InlineData("# TYPE a gauge\na one\n")]
    [InlineData("# TYPE a summary\na 1\n")]
    [InlineData("# TYPE a-b gauge\na-b 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"1\",b=\"2\"} 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"1\"c=\"2\"} 1\n")]
    [InlineData("# TYPE a gauge\na{1b=\"1\"} 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"\\t\"} 1\n")]
    [InlineData("# HELP a x \\t\n# TYPE a gauge\na 1\n")]
    [InlineData("# HELP b x\n# TYPE a gauge\na 1\n")]
    [InlineData("# TYPE a gauge\na 1\n# TYPE a gauge\na{b=\"1\"} 1\n")]
    [InlineData("# TYPE a counter\na 1\n")]
    [InlineData("# TYPE a_total counter\na_total -1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"2\"} 1\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"+Inf\"} 2\na_sum 1\na_count 1\n")]
    public void A_text_that_breaks_a_rule_is_refused(string text) =>
        Assert.ThrowsAny<Exception>(() => PrometheusText.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_text_that_keeps_them_is_read()
    {
        const string text = "# HELP a What\\nit is.\n# TYPE a gauge\na{b=\"x\\\\\\\"\\n\",c=\"\"} NaN\na -Inf\n# TYPE h histogram\nh_bucket{le=\"0.5\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 7.5\nh_count 2\n";
        var families = PrometheusText.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal("x\\\"\n", families["a"].Samples[0].Label("b"));
        Assert.Equal(4, families["h"].Samples.Count);
    }
}
