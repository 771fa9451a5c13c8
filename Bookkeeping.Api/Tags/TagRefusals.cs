using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Tags;

/// <summary>Why changes of tags, and their use, are refused.</summary>
internal static class TagRefusals
{
    /// <summary>The tag is not known.</summary>
    public static Refusal Unknown(string text) => new NotFoundError("TAG_NOT_FOUND", text, $"There is no tag \"{text}\": upper and lower case are told apart, and createTag creates one.");

    /// <summary>The tag is archived.</summary>
    public static Refusal Archived(Tag tag) => new NotAllowedError("TAG_ARCHIVED", $"The tag \"{tag.Text}\" is archived and can no longer be given: leave it out.");

    /// <summary>There is such a tag already.</summary>
    public static RefusalException Exists(string text) =>
        new NotAllowedError("TAG_EXISTS", $"There is a tag \"{text}\" already, archived or not: choose another text.").AsException();

    /// <summary>Checks what holds for every tag.</summary>
    public static void Check(Tag tag)
    {
        var checks = new Checks().Length("text", tag.Text, 20, min: 2).Length("description", tag.Description, 100).Length("email", tag.Email, 1000).Length("mattermost", tag.Mattermost, 1000);
        var isColor = tag.Color is null || (tag.Color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit));
        if (!isColor) checks.Add("NO_COLOR", "color", $"\"{tag.Color}\" is no colour; one looks like #4caf50.");
        checks.Throw();
    }
}
