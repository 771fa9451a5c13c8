using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Storage;

/// <summary>EF Core's services and model take longest at a start, so they are made beside the rest of it. EF Core keeps both by what its contexts are configured
/// with, so contexts configured here find these; who comes while they are being made waits for them.</summary>
internal static class ModelAhead
{
    /// <summary>Lets a context that answers requests use a database.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseAddress address) =>
        // The checks change the execution context twice a row; no two resolvers of a request ever run at once.
        address.Configure(options.EnableThreadSafetyChecks(false));

    /// <summary>Begins to make the model of a database's kind ready. What goes wrong is met again by the first who needs it.</summary>
    public static Task<IModel> BeginAsync(DatabaseAddress address) => Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        Configure(options, address);
        using var db = new BookkeepingDb(options.Options);
        return db.Model;
    });
}
