using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Reverting;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Timeline;
using Bookkeeping.Api.Users;
using Bookkeeping.Api.Views;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Hosting;

/// <summary>The graph: what can be asked, from which every entity follows by its relations.</summary>
internal static class BookkeepingSchema
{
    /// <summary>Adds the graph to a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="model">How the entities are stored and related.</param>
    /// <param name="limits">What one field may ask of the database; null for the usual limits.</param>
    public static void Add(SchemaBuilder schema, IModel model, DataOptions? limits = null) => schema
        .AddEntityFramework<BookkeepingDb>(model, limits)
        .AddIncrementalDelivery()
        .AddQueryType(typeof(RunQueries))
        .AddQueryType(typeof(RunChoiceQueries))
        .AddQueryType(typeof(FillQueries))
        .AddQueryType(typeof(EnvironmentQueries))
        .AddQueryType(typeof(DetectorQueries))
        .AddQueryType(typeof(LogEntryQueries))
        .AddQueryType(typeof(TagQueries))
        .AddQueryType(typeof(UserQueries))
        .AddQueryType(typeof(DplQueries))
        .AddQueryType(typeof(SavedViewQueries))
        .AddTypeExtension(typeof(RunFields))
        .AddTypeExtension(typeof(FillFields))
        .AddTypeExtension(typeof(RunInFillFields))
        .AddQueryType(typeof(JournalQueries))
        .AddQueryType(typeof(TimelineQueries))
        .AddQueryType(typeof(StateQueries))
        .AddType(typeof(FillMoment))
        .AddType(typeof(EnvironmentMoment))
        .AddType(typeof(RunMoment))
        .AddType(typeof(RunChangeMoment))
        .AddType(typeof(EndOfRunReasonMoment))
        .AddType(typeof(LogEntryMoment))
        .AddSubscriptionType(typeof(RunSubscriptions))
        .AddSubscriptionType(typeof(FillSubscriptions))
        .AddSubscriptionType(typeof(EnvironmentSubscriptions))
        .AddSubscriptionType(typeof(LogEntrySubscriptions))
        .AddSubscriptionType(typeof(JournalSubscriptions))
        .AddMutation(typeof(RecordEnvironmentStatus))
        .AddMutation(typeof(StartRun))
        .AddMutation(typeof(EndRun))
        .AddMutation(typeof(UpdateRun))
        .AddMutation(typeof(SetRunTriggerTimes))
        .AddMutation(typeof(SetTriggerConfiguration))
        .AddMutation(typeof(RecordTriggerCounters))
        .AddMutation(typeof(RegisterFlpRoles))
        .AddMutation(typeof(UpdateFlpCounters))
        .AddMutation(typeof(SetRunDataTransfer))
        .AddMutation(typeof(RegisterDplProcesses))
        .AddMutation(typeof(UpsertFill))
        .AddMutation(typeof(UpdateRunsOfFill))
        .AddMutation(typeof(CreateLogEntry))
        .AddMutation(typeof(ChangeRunQuality))
        .AddMutation(typeof(ChangeDetectorQuality))
        .AddMutation(typeof(ChangeCalibrationStatus))
        .AddMutation(typeof(SetEndOfRunReasons))
        .AddMutation(typeof(SetRunTags))
        .AddMutation(typeof(SetRunInteractionRates))
        .AddMutation(typeof(RevertChange))
        .AddMutation(typeof(CreateTag))
        .AddMutation(typeof(UpdateTag))
        .AddMutation(typeof(ArchiveTag))
        .AddMutation(typeof(CreateSavedView))
        .AddMutation(typeof(RenameSavedView))
        .AddMutation(typeof(DeleteSavedView));

    /// <summary>The schema alone, to be shown and not to be executed. It is the same on both databases.</summary>
    public static Schema Describe()
    {
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        DatabaseAddress.Parse("Data Source=:memory:").Configure(options);
        using var db = new BookkeepingDb(options.Options);
        var builder = new SchemaBuilder();
        Add(builder, db.Model);
        return builder.Build();
    }
}
