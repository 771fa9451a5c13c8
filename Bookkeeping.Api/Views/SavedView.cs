using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Views;

/// <summary>A page of the site as somebody wants to find it again: its filters, columns and sort, under a name. It is nothing that the experiment did, so the journal does not keep it.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class SavedView
{
    /// <summary>The view's number.</summary>
    public int ViewNumber { get; set; }

    /// <summary>What its owner calls it, 1 to 60 characters; no two views of one owner have the same.</summary>
    public string Name { get; set; } = "";

    /// <summary>The page with its filters, columns and sort, as in <c>/runs?quality=GOOD</c>: an address of the site, at most 2000 characters.</summary>
    public string Address { get; set; } = "";

    internal int OwnerId { get; set; } = User.AnonymousId;

    /// <summary>Who saved it.</summary>
    public User Owner { get; set; } = null!;

    /// <summary>Whether it is offered to everybody; else to its owner alone. It is no secret either way.</summary>
    public bool IsShared { get; set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
