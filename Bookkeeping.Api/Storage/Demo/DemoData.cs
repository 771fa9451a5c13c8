using Bookkeeping.Api.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Demo;

/// <summary>The demonstration data: what the logbook's pages showed of September and October 2022. See <c>docs/decisions/0003-recorded-facts.md</c>.</summary>
internal static class DemoData
{
    /// <summary>Loads the demonstration data into a migrated database, unless it holds anything yet.</summary>
    /// <returns>Whether it was loaded.</returns>
    public static async Task<bool> LoadIfEmptyAsync(DatabaseAddress address, TimeProvider time, CancellationToken cancel)
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        address.Configure(options);
        await using var db = new BookkeepingDb(options.Options);
        var holdsAnything = await db.Runs.AnyAsync(cancel) || await db.Fills.AnyAsync(cancel) || await db.Environments.AnyAsync(cancel)
            || await db.LogEntries.AnyAsync(cancel) || await db.Detectors.AnyAsync(cancel) || await db.Tags.AnyAsync(cancel);
        if (holdsAnything) return false;

        await new Importer(db, time).ImportAsync(Files, cancel);
        return true;
    }

    /// <summary>The files, part of the program.</summary>
    internal static IReadOnlyList<ImportFile> Files { get; } =
    [
        .. typeof(DemoData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Demo/", StringComparison.Ordinal))
            .Select(name => new ImportFile(name["Demo/".Length..], () => typeof(DemoData).Assembly.GetManifestResourceStream(name)!)),
    ];
}
