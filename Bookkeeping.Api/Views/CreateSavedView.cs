using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Views;

/// <summary>A view to be saved.</summary>
internal sealed record CreateSavedViewInput
{
    /// <inheritdoc cref="SavedView.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="SavedView.Address"/>
    public required string Address { get; init; }

    /// <inheritdoc cref="SavedView.IsShared"/>
    [DefaultValue(false)]
    public bool IsShared { get; init; }
}

/// <summary>Saves a view for the caller.</summary>
[RequiresRole(Roles.User), Refuses<InvalidValueError>, Refuses<NotAllowedError>]
internal sealed class CreateSavedView(BookkeepingDb db, LogbookWriter writer, IOptions<SavedViewOptions> options)
{
    public Task<SavedView> ExecuteAsync(CreateSavedViewInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var view = new SavedView { Name = input.Name.Trim(), Address = input.Address, IsShared = input.IsShared, OwnerId = change.Actor.UserId!.Value, CreatedAt = change.At!.Value, UpdatedAt = change.At.Value };
        SavedViewRefusals.Check(view);
        var names = await db.SavedViews.Where(v => v.OwnerId == view.OwnerId).Select(v => v.Name).ToListAsync(cancel);
        if (names.Contains(view.Name)) throw SavedViewRefusals.Exists(view.Name);
        if (names.Count >= options.Value.MaxPerOwner) throw SavedViewRefusals.TooMany(options.Value.MaxPerOwner);
        db.Add(view);
        return view;
    }, cancel);
}
