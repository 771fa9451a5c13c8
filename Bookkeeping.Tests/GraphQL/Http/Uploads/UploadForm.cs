using System.Text;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>The bytes of a form, however wrong.</summary>
internal sealed class UploadForm
{
    public const string ContentType = "multipart/form-data; boundary=frontier";
    private readonly MemoryStream bytes = new();

    /// <summary>A mutation with one file in <c>variables.file</c>.</summary>
    public static UploadForm OfOne(byte[] content) => new UploadForm()
        .Add("operations", """{"query": "mutation($file: Upload!) { keep(file: $file) }", "variables": {"file": null}}""")
        .Add("map", """{"0": ["variables.file"]}""")
        .AddFile("0", content);

    public UploadForm Add(string name, string content) => AddPart($"Content-Disposition: form-data; name=\"{name}\"", Encoding.UTF8.GetBytes(content));

    public UploadForm AddFile(string name, byte[] content, string fileName = "a.txt") =>
        AddPart($"Content-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\nContent-Type: text/plain", content);

    public UploadForm AddPart(string headers, byte[] content)
    {
        bytes.Write(Encoding.UTF8.GetBytes($"--frontier\r\n{headers}\r\n\r\n"));
        bytes.Write(content);
        bytes.Write("\r\n"u8);
        return this;
    }

    /// <summary>The whole form.</summary>
    public byte[] Complete() => [.. bytes.ToArray(), .. "--frontier--\r\n"u8];

    /// <summary>The form without its end.</summary>
    public byte[] Broken() => bytes.ToArray();
}
