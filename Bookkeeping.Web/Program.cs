using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Hosting.Metrics;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Layout;
using Bookkeeping.Web.Lists;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bookkeeping.Web;

/// <summary>The website, with the API in the same process unless <c>Bookkeeping__ApiUrl</c> names another.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Create(args).ServeAsync();

    /// <summary>Puts the site together; starting it is the caller's part.</summary>
    /// <param name="args">The command line: <c>--demo</c>, and settings such as <c>--urls http://localhost:8080</c>.</param>
    public static WebApplication Create(string[] args)
    {
        var start = StartArguments.Parse(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5080");
        var apiUrl = builder.Configuration["Bookkeeping:ApiUrl"];
        AddPages(builder.Services, apiUrl);
        if (string.IsNullOrEmpty(apiUrl)) AddGraphHere(builder, start);
        else AddGraphElsewhere(builder.Services, apiUrl);

        var app = builder.Build();
        UsePages(app);
        if (string.IsNullOrEmpty(apiUrl)) app.MapBookkeepingApi();
        else app.MapMetrics();
        app.MapPost(ThemePreference.Path, ThemePreference.Choose).DisableAntiforgery();
        app.MapRazorComponents<App>();
        return app;
    }

    internal static void AddPages(IServiceCollection services, string? apiUrl = null)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAnswerCompression();
        services.AddScoped<GraphClient>();
        services.AddSingleton(GraphAddress.Of(apiUrl));
        services.TryAddSingleton(TimeProvider.System);
    }

    private static void AddGraphHere(WebApplicationBuilder builder, StartArguments start)
    {
        builder.AddBookkeepingApi(start);
        builder.Services.AddSingleton<IGraphTransport, InProcessTransport>();
    }

    private static void AddGraphElsewhere(IServiceCollection services, string apiUrl) =>
        services.AddMetricsEndpoint().AddHttpClient<IGraphTransport, HttpTransport>(http => http.BaseAddress = new Uri(apiUrl.TrimEnd('/') + "/"));

    internal static void UsePages(WebApplication app)
    {
        app.UseAnswerCompression();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.UseTidyAddresses();
        app.UseSiteFiles();
        app.UseAntiforgery();
    }
}
