using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Journal;

/// <summary>Who makes a change: a person or a system.</summary>
/// <param name="UserId">The person; null for a system.</param>
/// <param name="Name">The person's or the system's name.</param>
internal sealed record Actor(int? UserId, string Name)
{
    /// <summary>The logbook itself, where nobody else is named.</summary>
    public static Actor Logbook { get; } = System("bookkeeping");

    /// <summary>A person, or Anonymous.</summary>
    public static Actor Person(int userId, string name) => new(userId, name);

    /// <summary>Anonymous: a person of whom nothing is known, as everybody is without sign-on.</summary>
    public static Actor Anonymous { get; } = Person(User.AnonymousId, "Anonymous");

    /// <summary>A system, by the name of the role it writes with.</summary>
    public static Actor System(string name) => new(null, name);
}
