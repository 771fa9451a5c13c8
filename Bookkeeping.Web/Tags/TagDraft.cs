namespace Bookkeeping.Web.Tags;

/// <summary>A tag as a form has it.</summary>
public sealed class TagDraft
{
    public string? Text { get; set; }

    public string? Description { get; set; }

    public string? Color { get; set; }

    public string? Mattermost { get; set; }

    public string? Email { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>A field as the graph takes it: null when nothing was written into it.</summary>
    public static string? Written(string? field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();
}
