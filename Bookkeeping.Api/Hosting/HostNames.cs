using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting;

/// <summary>Which names the server answers to. A server that only this machine reaches answers to this machine's names alone: a page elsewhere whose
/// own name is made to lead here (DNS rebinding) would else be taken for one of ours.</summary>
/// <remarks>The setting <c>AllowedHosts</c> says otherwise: names with semicolons between them, <c>*.example.org</c>, or <c>*</c> for all.</remarks>
internal sealed class HostNames(IConfiguration settings) : IConfigureOptions<HostFilteringOptions>, IStartupFilter
{
    private const string Setting = "AllowedHosts";
    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Registers the names, and what refuses others with status 400 before anything else is done.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddHostFiltering(_ => { });
        services.AddSingleton<IConfigureOptions<HostFilteringOptions>, HostNames>();
        services.AddTransient<IStartupFilter, HostNames>();
    }

    /// <inheritdoc/>
    public void Configure(HostFilteringOptions options) => options.AllowedHosts = [.. Names()];

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseHostFiltering();
        next(app);
    };

    private string[] Names()
    {
        if (settings[Setting]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } given) return given;
        return settings.GetValue<bool>(LoopbackListener.Setting) ? ["*"] : OfThisMachine;
    }
}
