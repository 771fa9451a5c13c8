using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Users;

/// <summary>Finds the people whom systems name, and gets to know those it does not.</summary>
internal static class People
{
    /// <summary>The user: by the number in the directory, else by name. A name that changed is refreshed.</summary>
    public static async Task<User> NamedAsync(BookkeepingDb db, PersonInput person, CancellationToken cancel)
    {
        var known = person.ExternalId is { } externalId
            ? await db.Users.FirstOrDefaultAsync(user => user.ExternalId == externalId, cancel)
            : await db.Users.OrderBy(user => user.UserId).FirstOrDefaultAsync(user => user.Name == person.Name, cancel);
        if (known is null)
        {
            known = new User { UserId = await db.Users.MaxAsync(user => user.UserId, cancel) + 1, ExternalId = person.ExternalId, Name = person.Name };
            db.Add(known);
        }
        else if (known.UserId != User.AnonymousId)
        {
            known.Name = person.Name;
        }

        return known;
    }
}
