using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Hosting;

/// <summary>The graph: what can be asked, from which every entity follows by its relations.</summary>
internal static class BookkeepingSchema
{
    /// <summary>Adds the graph to a schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEntityFramework<BookkeepingDb>(StorageModel.Create())
        .AddQueryType(typeof(RunQueries))
        .AddQueryType(typeof(FillQueries))
        .AddQueryType(typeof(EnvironmentQueries))
        .AddQueryType(typeof(DetectorQueries))
        .AddQueryType(typeof(LogEntryQueries))
        .AddQueryType(typeof(TagQueries))
        .AddQueryType(typeof(UserQueries));
}
