using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Users;

internal static class UserQueries
{
    /// <summary>People who wrote something, and Anonymous, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<User> GetUsers([Service] BookkeepingDb db) => db.Users;
}
