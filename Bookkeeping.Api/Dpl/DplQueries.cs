using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Dpl;

internal static class DplQueries
{
    /// <summary>Processes of the data processing layer, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<DplProcess> GetDplProcesses([Service] BookkeepingDb db) => db.DplProcesses;

    /// <summary>Machines on which processes of the data processing layer ran, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Host> GetHosts([Service] BookkeepingDb db) => db.Hosts;
}
