using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Runs;

internal static class RunQueries
{
    /// <summary>Runs, the newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Run> GetRuns([Service] BookkeepingDb db) => db.Runs;

    /// <summary>One run; null when there is none of this number.</summary>
    /// <param name="runNumber">The number the control system gave the run.</param>
    [UseFirstOrDefault]
    public static IQueryable<Run> GetRun([Service] BookkeepingDb db, int runNumber) => db.Runs.Where(r => r.RunNumber == runNumber);

    /// <summary>Kinds of run, by name. An open list: a kind is added when a run of it starts.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<RunType> GetRunTypes([Service] BookkeepingDb db) => db.RunTypes;

    /// <summary>Periods of LHC operation, the latest name first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<LhcPeriod> GetLhcPeriods([Service] BookkeepingDb db) => db.LhcPeriods;
}
