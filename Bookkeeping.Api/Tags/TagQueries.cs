using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Tags;

internal static class TagQueries
{
    /// <summary>Tags by text, archived ones included.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Tag> GetTags([Service] BookkeepingDb db) => db.Tags;

    /// <summary>One tag; null when there is none of this text.</summary>
    /// <param name="text">The tag's text, upper and lower case told apart.</param>
    [UseFirstOrDefault]
    public static IQueryable<Tag> GetTag([Service] BookkeepingDb db, string text) => db.Tags.Where(t => t.Text == text);
}
