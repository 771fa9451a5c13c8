using System.Text;
using Bookkeeping.Api.Attachments;

namespace Bookkeeping.Tests.Attachments;

public sealed class MediaTypeSnifferTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000", "plot.txt", "image/png")]
    [InlineData("FFD8FFE0", "x", "image/jpeg")]
    [InlineData("474946383961010001000000", "x.html", "image/gif")]
    [InlineData("52494646AAAAAAAA57454250", "x", "image/webp")]
    [InlineData("255044462D312E370A", "x", "application/pdf")]
    [InlineData("726F6F740000F3A5", "hists.root", "application/x-root")]
    [InlineData("504B030414", "report.docx", "application/zip")]
    [InlineData("1F8B08", "log.gz", "application/gzip")]
    [InlineData("00000020667479706D703432", "x", "video/mp4")]
    [InlineData("00010203", "page.html", "application/octet-stream")]
    [InlineData("FFFE6100", "utf16.txt", "application/octet-stream")]
    public void Bytes_tell_what_they_are_whatever_the_name(string hex, string name, string mediaType) =>
        Assert.Equal((mediaType, null), MediaTypeSniffer.Look(Convert.FromHexString(hex), name));

    [Theory]
    [InlineData("a,b\n1,2", "t.csv", "text/csv")]
    [InlineData("{}", "x.JSON", "application/json")]
    [InlineData("# Title", "x.md", "text/markdown")]
    [InlineData("<script>alert(1)</script>", "page.html", "text/plain")]
    [InlineData("<svg onload='alert(1)'/>", "drawing.svg", "text/plain")]
    [InlineData("\u001b[31mERROR\u001b[0m überhitzt 😀", "out.log", "text/plain")]
    [InlineData("root login refused", "messages", "text/plain")]
    [InlineData("", "empty.png", "text/plain")]
    public void Text_is_told_by_its_name_and_nothing_that_runs(string text, string name, string mediaType) =>
        Assert.Equal((mediaType, "utf-8"), MediaTypeSniffer.Look(Encoding.UTF8.GetBytes(text), name));

    [Fact]
    public void A_character_cut_at_the_end_of_the_part_looked_at_is_text_and_one_cut_at_the_end_of_a_file_is_not()
    {
        var text = Encoding.UTF8.GetBytes(new string('a', MediaTypeSniffer.HeadLength - 1) + "é");
        Assert.Equal("text/plain", MediaTypeSniffer.Look(text.AsSpan(0, MediaTypeSniffer.HeadLength), "x").MediaType);
        Assert.Equal("application/octet-stream", MediaTypeSniffer.Look([(byte)'a', 0xC3], "x").MediaType);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\a\\plot.png", "plot.png")]
    [InlineData("a\u0000b\r\nc.txt", "abc.txt")]
    [InlineData("gpj.\u202Eexe", "gpj.exe")]
    [InlineData(" .hidden. ", "hidden")]
    [InlineData("a\"b<c>.txt", "abc.txt")]
    [InlineData("über plot.png", "über plot.png")]
    [InlineData("..", "attachment")]
    [InlineData("", "attachment")]
    [InlineData(null, "attachment")]
    public void Names_lose_what_no_name_may_have(string? name, string clean) => Assert.Equal(clean, AttachmentName.Clean(name));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var clean = AttachmentName.Clean(new string('a', 300) + ".png");
        Assert.Equal((255, ".png"), (clean.Length, Path.GetExtension(clean)));
        Assert.Equal(255, AttachmentName.Clean(new string('a', 255)).Length);
    }
}
