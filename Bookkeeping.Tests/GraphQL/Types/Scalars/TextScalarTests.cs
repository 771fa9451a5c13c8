using System.Text;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

/// <summary>UUID, URI, URL and Base64String.</summary>
public class TextScalarTests
{
    [Theory]
    [InlineData("6f1f2b1c-6f0a-4e0f-9d6a-0f6d0a4b7c11")]
    [InlineData("6F1F2B1C-6F0A-4E0F-9D6A-0F6D0A4B7C11")]
    [InlineData("6f1f2b1c6f0a4e0f9d6a0f6d0a4b7c11")]
    [InlineData("{6f1f2b1c-6f0a-4e0f-9d6a-0f6d0a4b7c11}")]
    public void A_UUID_is_written_in_lower_case_with_hyphens(string text)
    {
        var scalar = new ScalarProbe("UUID");
        Assert.Equal("\"6f1f2b1c-6f0a-4e0f-9d6a-0f6d0a4b7c11\"", scalar.Write(scalar.Read($"\"{text}\"")));
    }

    [Theory]
    [InlineData("UUID", "6f1f2b1c")]
    [InlineData("UUID", "")]
    [InlineData("URL", "/runs/1")]
    [InlineData("URL", "runs")]
    [InlineData("URL", "")]
    [InlineData("URI", "http://")]
    [InlineData("Base64String", "aGVsbG8")]
    [InlineData("Base64String", "a$b=")]
    public void A_text_of_another_form_is_refused(string name, string text) =>
        Assert.StartsWith($"\"{text}\" is not a {name}: it must ", new ScalarProbe(name).Refusal($"\"{text}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("URL", "https://example.org/runs?number=1#top")]
    [InlineData("URL", "mailto:shift@example.org")]
    [InlineData("URI", "https://example.org/")]
    [InlineData("URI", "/runs/1")]
    [InlineData("URI", "../runs")]
    public void An_address_is_written_as_it_was_read(string name, string text)
    {
        var scalar = new ScalarProbe(name);
        var value = scalar.Read($"\"{text}\"");
        Assert.Equal($"\"{text}\"", scalar.Literal(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("??>>~~")]
    public void Bytes_are_base64(string content)
    {
        var scalar = new ScalarProbe("Base64String");
        var bytes = Encoding.UTF8.GetBytes(content);
        var written = scalar.Write(bytes);
        Assert.Equal($"\"{Convert.ToBase64String(bytes)}\"", written);
        Assert.Equal(bytes, scalar.Read(written));
    }

    [Theory]
    [InlineData("UUID")]
    [InlineData("URI")]
    [InlineData("URL")]
    [InlineData("Base64String")]
    [InlineData("LocalDate")]
    [InlineData("LocalTime")]
    [InlineData("Duration")]
    public void Only_strings_are_taken_and_only_the_own_type_is_written(string name)
    {
        var scalar = new ScalarProbe(name);
        Assert.StartsWith($"{name} takes a string, for example ", scalar.Refusal("1"), StringComparison.Ordinal);
        Assert.Contains($"cannot be shown as {name}", scalar.WriteRefusal(new object()), StringComparison.Ordinal);
    }
}
