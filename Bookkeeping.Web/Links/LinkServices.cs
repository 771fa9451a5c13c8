using Microsoft.Extensions.Options;

namespace Bookkeeping.Web.Links;

/// <summary>Links to other systems.</summary>
internal static class LinkServices
{
    /// <summary>Registers their settings, which are checked when the site starts.</summary>
    public static void AddLinks(this IServiceCollection services)
    {
        services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, Validation>();
    }

    private sealed class Validation : IValidateOptions<LinkOptions>
    {
        public ValidateOptionsResult Validate(string? name, LinkOptions options) => options.Problems() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
