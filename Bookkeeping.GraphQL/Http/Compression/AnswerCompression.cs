using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.GraphQL.Http.Compression;

/// <summary>Compresses a program's answers: Brotli or gzip, as the client accepts.</summary>
/// <remarks>Never answers in several payloads, which must arrive as they are made. Over HTTPS too: an attacker who can choose a part of an answer learns the
/// rest by its length (BREACH) only where it holds a secret that stays the same, and ours hold none.</remarks>
public static class AnswerCompression
{
    /// <summary>Registers the compression.</summary>
    public static IServiceCollection AddAnswerCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, MediaTypes.GraphQLResponse, "application/graphql", "application/manifest+json", "image/svg+xml",
            ];
        });
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, SelectiveCompression>());
        services.AddOptions<CompressionOptions>()
            .BindConfiguration(CompressionOptions.SectionName)
            .Validate(o => o.MinBytes >= 0, "Compression:MinBytes must not be negative.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Compresses the answers of all that comes behind it in the pipeline.</summary>
    public static IApplicationBuilder UseAnswerCompression(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<IOptions<CompressionOptions>>().Value.Enabled) return app;
        return app.UseResponseCompression().Use((context, next) =>
        {
            RecogniseWeakTags(context.Request.Headers);
            return next(context);
        });
    }

    /// <summary>Gives the tags that a client has as they were before an answer was compressed: the server of files knows no weak ones, though here both are equal.</summary>
    /// <remarks>Source: RFC 9110, "If-None-Match": the comparison is weak.</remarks>
    private static void RecogniseWeakTags(IHeaderDictionary headers)
    {
        if (headers.IfNoneMatch.Count > 0) headers.IfNoneMatch = headers.IfNoneMatch.ToString().Replace("W/\"", "\"", StringComparison.Ordinal);
    }
}
