using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bookkeeping.Api.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Web;

/// <summary>The whole website on a port of its own, with the sample logbook on SQLite; one for all tests that only read.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-site-");
    private WebApplication app = null!;

    /// <summary>The site's address, without a final slash.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The database's file.</summary>
    internal string Database => Path.Combine(folder.FullName, "logbook.db");

    private string Attachments => Path.Combine(folder.FullName, "attachments");

    public async Task InitializeAsync()
    {
        app = Bookkeeping.Web.Program.Create(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Bookkeeping", $"Data Source={Database}", "--Bookkeeping:AttachmentsDirectory", Attachments, "--Logging:LogLevel:Default", "None"]);
        SampleLogbook.SaveContent(Attachments);
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await SampleLogbook.SaveAsync(scope.ServiceProvider.GetRequiredService<BookkeepingDb>(), DateTimeOffset.UtcNow);
        }

        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Opens a page and checks its status.</summary>
    internal async Task<IHtmlDocument> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{address} answered {(int)response.StatusCode}: {text}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }
}

/// <summary>The tests that share one site.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "Site";
}
