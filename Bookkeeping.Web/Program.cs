using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Hosting.Metrics;
using Bookkeeping.Client;
using Bookkeeping.Client.Transports;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Export;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Layout;
using Bookkeeping.Web.Links;
using Bookkeeping.Web.Lists;
using Bookkeeping.Web.Live;
using Bookkeeping.Web.Logs.Writing;
using Bookkeeping.Web.Preferences;
using Bookkeeping.Web.Views;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bookkeeping.Web;

/// <summary>The website, with the API in the same process unless <c>Bookkeeping__ApiUrl</c> names another.</summary>
internal static class Program
{
    // How long a page waits for another server before it says that the logbook cannot be read.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    public static Task<int> Main(string[] args) => Create(args).ServeAsync();

    /// <summary>Puts the site together; starting it is the caller's part.</summary>
    /// <param name="args">The command line: <c>--demo</c>, and settings such as <c>--urls http://localhost:8080</c>.</param>
    public static WebApplication Create(string[] args)
    {
        var start = StartArguments.Parse(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5080");
        var apiUrl = builder.Configuration["Bookkeeping:ApiUrl"];
        AddPages(builder.Services, apiUrl, builder.Configuration.GetValue("Bookkeeping:RequestStrategy", RequestStrategy.Default));
        if (string.IsNullOrEmpty(apiUrl)) AddGraphHere(builder, start);
        else builder.Services.AddMetricsEndpoint();
        builder.Services.FollowJournal();

        var app = builder.Build();
        UsePages(app);
        if (string.IsNullOrEmpty(apiUrl)) app.MapBookkeepingApi();
        else app.MapMetrics();
        ExportFile.Map(app);
        app.MapPost(PreferenceCookies.ChoicePath, PreferenceCookies.Choose).DisableAntiforgery();
        app.MapLive();
        app.MapGet(SavedViewsList.Path, (string? here) => new RazorComponentResult<SavedViewsList>(new { Here = here }));
        app.MapPost(MarkdownPreview.Path, (Delegate)MarkdownPreview.ShowAsync).DisableAntiforgery();
        app.MapRazorComponents<App>();
        return app;
    }

    internal static void AddPages(IServiceCollection services, string? apiUrl = null, RequestStrategy strategy = RequestStrategy.Default)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAnswerCompression();
        services.AddLive();
        services.AddLinks();
        services.Configure<FormOptions>(forms => forms.MultipartBodyLengthLimit = LogEntryFormPage.MaxBytes);
        services.AddScoped(request => ViewerTime.Of(request.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddSingleton(GraphAddress.Of(apiUrl));
        AddClient(services, apiUrl, strategy);
        services.AddSingleton<ExportFile>();
        services.AddSingleton(_ => EntryTemplates.Read(Path.Combine(AppContext.BaseDirectory, "Logs", "Writing", "Templates")));
        services.TryAddSingleton(TimeProvider.System);
    }

    private static void AddClient(IServiceCollection services, string? apiUrl, RequestStrategy strategy)
    {
        // A server that knows the site's documents may allow these alone; in one process nothing needs trust.
        var client = services.AddLogbookClient().ConfigureOptions(options => options.Strategy = strategy);
        if (string.IsNullOrEmpty(apiUrl)) client.UseInProcess(provider => provider.GetRequiredService<InProcessTransport>());
        else client.ConfigureHttpClient(http => (http.BaseAddress, http.Timeout) = (new Uri(GraphAddress.Of(apiUrl).Path), AnswerTimeout));
    }

    private static void AddGraphHere(WebApplicationBuilder builder, StartArguments start)
    {
        builder.AddBookkeepingApi(start);
        builder.Services.AddSingleton<InProcessTransport, ExecutorTransport>();
    }

    internal static void UsePages(WebApplication app)
    {
        app.UseSharedPages();
        app.UseAnswerCompression();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.UseStartPage();
        app.UseTidyAddresses();
        app.UseSiteFiles();
        app.UseAntiforgery();
    }
}
