using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting.Metrics;

/// <summary>Serves the program's metrics to Prometheus at <c>/metrics</c>.</summary>
public static class MetricsEndpoint
{
    private const string Path = "/metrics";

    /// <summary>Registers what listens to the instruments.</summary>
    public static IServiceCollection AddMetricsEndpoint(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<MetricsCollector>();
        services.AddOptions<MetricsOptions>()
            .BindConfiguration(MetricsOptions.SectionName)
            .Validate(o => o.MaxSeriesPerMetric > 0, "Metrics:MaxSeriesPerMetric must be above 0.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Begins to listen, and maps the address; does nothing where the options do not want it.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<MetricsOptions>>().Value.Enabled) return;
        var collector = routes.ServiceProvider.GetRequiredService<MetricsCollector>();
        HostMetrics.Create(routes.ServiceProvider.GetRequiredService<IMeterFactory>());
        routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], context => WriteAsync(context, collector))
            .WithDisplayName("metrics")
            .DisableHttpMetrics();
    }

    private static async Task WriteAsync(HttpContext context, MetricsCollector collector)
    {
        context.Response.ContentType = MetricsText.MediaType;
        context.Response.Headers.CacheControl = "no-store";
        collector.Write(context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
