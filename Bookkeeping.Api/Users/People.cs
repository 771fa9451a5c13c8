using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Users;

/// <summary>The people whom systems name, read at once; those who are not known yet are added.</summary>
internal sealed class People
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 255;

    private readonly BookkeepingDb db;
    private readonly List<User> known;
    private int lastNumber;

    private People(BookkeepingDb db, List<User> known, int lastNumber) => (this.db, this.known, this.lastNumber) = (db, known, lastNumber);

    /// <summary>Reads the people named.</summary>
    public static async Task<People> LoadAsync(BookkeepingDb db, IEnumerable<PersonInput> named, CancellationToken cancel)
    {
        var people = named.ToList();
        if (people.Count == 0) return new People(db, [], User.AnonymousId);
        var externalIds = people.Select(person => person.ExternalId).OfType<int>().Distinct().ToList();
        var names = people.Where(person => person.ExternalId is null).Select(person => person.Name).Distinct().ToList();
        var known = await db.Users.Where(user => externalIds.Contains(user.ExternalId!.Value) || names.Contains(user.Name)).OrderBy(user => user.UserId).ToListAsync(cancel);
        return new People(db, known, await db.Users.MaxAsync(user => user.UserId, cancel));
    }

    /// <summary>The user: by the number in the directory, else by name. A name that changed is refreshed.</summary>
    public User Named(PersonInput person)
    {
        var user = known.Find(user => person.ExternalId is { } externalId ? user.ExternalId == externalId : user.Name == person.Name);
        if (user is null)
        {
            known.Add(user = new User { UserId = ++lastNumber, ExternalId = person.ExternalId, Name = person.Name });
            db.Add(user);
        }
        else if (user.UserId != User.AnonymousId)
        {
            user.Name = person.Name;
        }

        return user;
    }
}
