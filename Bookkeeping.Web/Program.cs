using Bookkeeping.Api.Hosting;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Layout;

var start = StartArguments.Parse(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = SiteFiles.ContentRoot() });
if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5080");
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents();
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<GraphClient>();

var apiUrl = builder.Configuration["Bookkeeping:ApiUrl"];
if (string.IsNullOrEmpty(apiUrl))
{
    builder.AddBookkeepingApi(start);
    builder.Services.AddSingleton<IGraphTransport, InProcessTransport>();
}
else
{
    builder.Services.AddHttpClient<IGraphTransport, HttpTransport>(http => http.BaseAddress = new Uri(apiUrl.TrimEnd('/') + "/"));
}

var app = builder.Build();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseSecurityHeaders();
app.UseStaticFiles();
app.UseAntiforgery();
if (string.IsNullOrEmpty(apiUrl)) app.MapBookkeepingApi();
app.MapPost("/preferences/theme", (HttpContext http, [Microsoft.AspNetCore.Mvc.FromForm] IFormCollection form) => ThemePreference.Choose(http, form)).DisableAntiforgery();
app.MapRazorComponents<App>();
await app.RunAsync();
