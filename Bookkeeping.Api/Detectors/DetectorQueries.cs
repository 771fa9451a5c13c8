using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Detectors;

internal static class DetectorQueries
{
    /// <summary>Detectors, and what is treated like one, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Detector> GetDetectors([Service] BookkeepingDb db) => db.Detectors;

    /// <summary>One detector; null when there is none of this name.</summary>
    /// <param name="name">The name in capitals, TPC for example.</param>
    [UseFirstOrDefault]
    public static IQueryable<Detector> GetDetector([Service] BookkeepingDb db, string name) => db.Detectors.Where(d => d.Name == name);
}
