using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Fills;

internal static class FillQueries
{
    /// <summary>The beam types that fills had, by name; at most 500.</summary>
    public static Task<IReadOnlyList<string>> GetBeamTypesAsync([Service] BookkeepingDb db, CancellationToken cancel) =>
        DistinctValues.OfAsync<Fill>(db, nameof(Fill.BeamType), cancel);

    /// <summary>Fills of the LHC, the newest first; those without stable beams included.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Fill> GetFills([Service] BookkeepingDb db) => db.Fills;

    /// <summary>One fill; null when there is none of this number.</summary>
    /// <param name="fillNumber">The number the LHC gave the fill.</param>
    [UseFirstOrDefault]
    public static IQueryable<Fill> GetFill([Service] BookkeepingDb db, int fillNumber) => db.Fills.Where(f => f.FillNumber == fillNumber);
}
