using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>What the runs that there are can be filtered by, where it is an open list.</summary>
internal static class RunChoiceQueries
{
    // From one pair to the next: the next greater dipole level with the same L3 level, else the next greater L3 level with its smallest. Each is one look into the
    // index, however many runs have the pair; a comparison of both at once is none on SQLite, which begins at the L3 level and reads on.
    private const string Magnets =
        """
        WITH RECURSIVE levels(l3, dipole) AS (
            SELECT
                (SELECT MIN(r.l3_current_level_ka) FROM runs AS r WHERE r.definition = 'PHYSICS'),
                (SELECT MIN(r.dipole_current_level_ka) FROM runs AS r WHERE r.definition = 'PHYSICS' AND r.l3_current_level_ka =
                    (SELECT MIN(n.l3_current_level_ka) FROM runs AS n WHERE n.definition = 'PHYSICS'))
            UNION ALL
            SELECT
                CASE WHEN (SELECT MIN(r.dipole_current_level_ka) FROM runs AS r
                           WHERE r.definition = 'PHYSICS' AND r.l3_current_level_ka = levels.l3 AND r.dipole_current_level_ka > levels.dipole) IS NOT NULL
                    THEN levels.l3
                    ELSE (SELECT MIN(n.l3_current_level_ka) FROM runs AS n WHERE n.definition = 'PHYSICS' AND n.l3_current_level_ka > levels.l3) END,
                COALESCE(
                    (SELECT MIN(r.dipole_current_level_ka) FROM runs AS r
                     WHERE r.definition = 'PHYSICS' AND r.l3_current_level_ka = levels.l3 AND r.dipole_current_level_ka > levels.dipole),
                    (SELECT MIN(r.dipole_current_level_ka) FROM runs AS r WHERE r.definition = 'PHYSICS' AND r.l3_current_level_ka =
                        (SELECT MIN(n.l3_current_level_ka) FROM runs AS n WHERE n.definition = 'PHYSICS' AND n.l3_current_level_ka > levels.l3)))
            FROM levels WHERE levels.l3 IS NOT NULL
        )
        SELECT l3 AS "L3Ka", dipole AS "DipoleKa" FROM levels WHERE l3 IS NOT NULL AND dipole IS NOT NULL LIMIT 500
        """;

    /// <summary>The beam modes of the LHC that runs were taken in, by name; at most 500.</summary>
    public static Task<IReadOnlyList<string>> GetRunBeamModesAsync([Service] BookkeepingDb db, CancellationToken cancel) =>
        DistinctValues.OfAsync<Run>(db, nameof(Run.LhcBeamMode), cancel);

    /// <summary>The collision systems that the processing of runs was set up for, by name; at most 500.</summary>
    public static Task<IReadOnlyList<string>> GetPdpBeamTypesAsync([Service] BookkeepingDb db, CancellationToken cancel) =>
        DistinctValues.OfAsync<Run>(db, nameof(Run.PdpBeamType), cancel);

    /// <summary>The pairs of magnet currents that PHYSICS runs were taken with; at most 500. Runs with an unknown current are left out.</summary>
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<MagnetLevels>> GetMagnetLevelsAsync([Service] BookkeepingDb db, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<MagnetLevels>(Magnets).ToListAsync(cancel);

    /// <summary>The reasons for the end of a run that are offered, by category and title.</summary>
    [ListSize(AssumedSize = 50)]
    public static IQueryable<ReasonType> GetReasonTypes([Service] BookkeepingDb db) => db.Set<ReasonType>();
}

/// <summary>The currents of both magnets, rounded.</summary>
/// <param name="L3Ka">Current of the L3 solenoid, kiloampere, negative for negative polarity.</param>
/// <param name="DipoleKa">Current of the muon dipole, kiloampere, negative for negative polarity.</param>
internal sealed record MagnetLevels(int L3Ka, int DipoleKa);
