using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Views;

/// <summary>A saved view to be deleted.</summary>
internal sealed record DeleteSavedViewInput
{
    /// <summary>The view's number.</summary>
    public int ViewNumber { get; init; }
}

/// <summary>A saved view that is no longer there.</summary>
/// <param name="ViewNumber">The number it had.</param>
/// <param name="Name">The name it had.</param>
internal sealed record DeletedSavedView(int ViewNumber, string Name);

/// <summary>Deletes a view of the caller. It is nothing that the experiment did, so nothing is kept of it.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<NotAllowedError>]
internal sealed class DeleteSavedView(BookkeepingDb db, LogbookWriter writer)
{
    public Task<DeletedSavedView> ExecuteAsync(DeleteSavedViewInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var view = await db.SavedViews.FindAsync([input.ViewNumber], cancel) ?? throw SavedViewRefusals.NotFound(input.ViewNumber);
        if (view.OwnerId != change.Actor.UserId) throw SavedViewRefusals.OfAnother(view);
        db.Remove(view);
        return new DeletedSavedView(view.ViewNumber, view.Name);
    }, cancel);
}
