using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Storage.Export;

/// <summary>A database with its folder of attachments, and the commands of the program that work on both.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-site-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private Site(TestDatabase database)
    {
        Database = database;
        Attachments = folder.CreateSubdirectory("attachments").FullName;
        Context = new(database.Address, new AttachmentStore(Options.Create(new AttachmentOptions { AttachmentsDirectory = Attachments })), new FixedTime(Import.Imports.Now), output, errors);
    }

    /// <summary>The database.</summary>
    public TestDatabase Database { get; }

    /// <summary>The folder of attachments.</summary>
    public string Attachments { get; }

    /// <summary>What commands work with.</summary>
    public CommandContext Context { get; }

    /// <summary>What commands said of what they did.</summary>
    public string Output => output.ToString();

    /// <summary>What commands said of what they could not do.</summary>
    public string Errors => errors.ToString();

    /// <summary>An empty site.</summary>
    public static async Task<Site> CreateAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    /// <summary>The name of a content.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A new folder of the site.</summary>
    public string NewFolder(params (string Path, byte[] Content)[] files)
    {
        var made = Directory.CreateDirectory(Path.Combine(folder.FullName, $"{Guid.NewGuid():n}")).FullName;
        foreach (var (path, content) in files)
        {
            var target = Path.Combine(made, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }

        return made;
    }

    /// <summary>A file of lines.</summary>
    public static (string Path, byte[] Content) Lines(string name, params string[] lines) => (name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>A content as an export names it.</summary>
    public static (string Path, byte[] Content) Content(byte[] content) => ($"attachments/{HashOf(content)[..2]}/{HashOf(content)}", content);

    /// <summary>Exports all.</summary>
    public async Task<string> ExportAsync()
    {
        var target = NewFolder();
        Assert.Equal(0, await ExportCommand.RunAsync([target], Context, CancellationToken.None));
        return target;
    }

    /// <summary>Imports a folder.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> ImportAsync(string from) => ImportCommand.RunAsync([from], Context, CancellationToken.None);

    /// <summary>A server of the site.</summary>
    public Task<ApiServer> StartAsync() => ApiServer.StartAsync(Database.ConnectionString, settings: new() { ["Bookkeeping:AttachmentsDirectory"] = Attachments });

    /// <summary>The files below a folder, by path, with the hashes of their contents.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => $"{Path.GetRelativePath(folder, file)} {HashOf(File.ReadAllBytes(file))}").Order(StringComparer.Ordinal)];

    /// <summary>Adds a file to a log entry.</summary>
    /// <returns>Where its content is given.</returns>
    public static async Task<string> AttachAsync(ApiServer server, int entry, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/attachments?logEntryNumber={entry}&fileName={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(content), Headers = { { "GraphQL-Preflight", "1" } },
        };
        using var response = await server.Client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return (string)JsonNode.Parse(answer)!["downloadPath"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
