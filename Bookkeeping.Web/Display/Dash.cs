using Microsoft.AspNetCore.Components;

namespace Bookkeeping.Web.Display;

/// <summary>What is not known, in tables: a dash that does not catch the eye.</summary>
internal static class Dash
{
    /// <summary>The text, or the dash where there is none.</summary>
    public static RenderFragment Or(string? text) => builder =>
    {
        if (text is null or "-") builder.AddMarkupContent(0, "<span class=\"unknown\">-</span>");
        else builder.AddContent(1, text);
    };
}
