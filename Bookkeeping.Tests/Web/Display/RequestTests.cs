using System.Diagnostics;
using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Tests.Web.Display;

/// <summary>A page's request as a line for the shell.</summary>
public sealed class RequestTests
{
    private static readonly AttachmentsPageVariables Variables = new() { Number = 7, After = "it's “here” $HOME `date` \\" };

    [Fact]
    public void Variables_are_shown_as_they_are_sent()
    {
        using var read = JsonDocument.Parse(Request.Indented(Variables));

        Assert.Equal((7, Variables.After), (read.RootElement.GetProperty("number").GetInt32(), read.RootElement.GetProperty("after").GetString()));
        Assert.Equal("{}", Request.Indented(NoVariables.Instance));
    }

    [Fact]
    public async Task The_shell_hands_the_request_on_as_it_is_sent()
    {
        var line = Request.Curl(new Uri("http://localhost:5080/graphql"), AttachmentsPageQuery.Document, Variables);

        var words = await WordsAsync(line);

        Assert.Equal(["curl", "-s", "http://localhost:5080/graphql", "-H", "content-type: application/json", "-d"], words[..6]);
        using var body = JsonDocument.Parse(words[6]);
        Assert.Equal(AttachmentsPageQuery.Document.Text, body.RootElement.GetProperty("query").GetString());
        Assert.Equal(Variables.After, body.RootElement.GetProperty("variables").GetProperty("after").GetString());
    }

    private static async Task<string[]> WordsAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "printf '%s\\0' " + line]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output.TrimEnd('\0').Split('\0');
    }
}
