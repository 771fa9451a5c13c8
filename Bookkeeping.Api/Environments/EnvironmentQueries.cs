using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Environments;

internal static class EnvironmentQueries
{
    /// <summary>Environments, the one updated last first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Environment> GetEnvironments([Service] BookkeepingDb db) => db.Environments;

    /// <summary>One environment; null when there is none of this id.</summary>
    /// <param name="environmentId">The id the control system chose, 2bHRdoWP7v9 for example.</param>
    [UseFirstOrDefault]
    public static IQueryable<Environment> GetEnvironment([Service] BookkeepingDb db, string environmentId) =>
        db.Environments.Where(e => e.EnvironmentId == environmentId);
}
