using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Views;

internal static class SavedViewQueries
{
    /// <summary>The views that the caller saved and those that others share, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<SavedView> GetSavedViews([Service] BookkeepingDb db, [Service] CurrentPerson caller)
    {
        var owner = caller.Actor.UserId;
        return db.SavedViews.Where(v => v.IsShared || v.OwnerId == owner);
    }
}
