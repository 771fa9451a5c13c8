using Bookkeeping.Api.Storage;

namespace Bookkeeping.Tests.Storage;

public sealed class ConsoleProgressTests
{
    [Fact]
    public void A_bar_is_drawn_where_somebody_looks()
    {
        var output = new StringWriter();
        var progress = new ConsoleProgress(output, isShown: true);
        progress.Report((0, 200));
        progress.Report((1, 200));
        progress.Report((200, 200));
        progress.End();
        progress.End();
        Assert.Equal($"\r[{new string('.', 40)}]   0 % of 200\r[{new string('#', 40)}] 100 % of 200{System.Environment.NewLine}", output.ToString());
    }

    [Fact]
    public void Nothing_is_drawn_where_nobody_looks()
    {
        var output = new StringWriter();
        var progress = new ConsoleProgress(output, isShown: false);
        progress.Report((1, 1));
        progress.End();
        Assert.Empty(output.ToString());
    }
}
