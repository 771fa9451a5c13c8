using Bookkeeping.Api.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Storage;

/// <summary>What all tables have in common: names, stored types, deletion.</summary>
internal static class StorageModel
{
    /// <summary>Stores instants, durations, enumerations and counters so that both databases compare and sort them alike.</summary>
    public static void ConfigureTypes(ModelConfigurationBuilder types, bool postgreSql)
    {
        types.Properties<TimeSpan>().HaveConversion<DurationAsMilliseconds>();
        types.DefaultTypeMapping<TimeSpan>().HasConversion<DurationAsMilliseconds>();
        var instant = postgreSql ? typeof(InstantAsUtc) : typeof(InstantAsMilliseconds);
        types.Properties<DateTimeOffset>().HaveConversion(instant);
        types.DefaultTypeMapping<DateTimeOffset>().HasConversion(instant);
        if (!postgreSql)
        {
            types.Properties<ulong>().HaveConversion<UnsignedAsSigned>();
            types.DefaultTypeMapping<ulong>().HasConversion<UnsignedAsSigned>();
        }

        foreach (var type in EnumTypes()) types.Properties(type).HaveConversion(typeof(EnumAsText<>).MakeGenericType(type));
    }

    /// <summary>Names tables' parts, and lets nothing be deleted that others refer to.</summary>
    public static void Complete(ModelBuilder model, bool postgreSql)
    {
        IndexWhatTakesLong(model, postgreSql);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) Complete(property, postgreSql);
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
            foreach (var foreignKey in entity.GetForeignKeys()) Complete(foreignKey, entity);
            foreach (var index in entity.GetIndexes()) Complete(index, entity);
        }
    }

    // Of what was under way at a moment all began shortly before it, save what takes long: that has an index of its own, which few rows are in.
    private static void IndexWhatTakesLong(ModelBuilder model, bool postgreSql)
    {
        model.Entity<Run>().HasIndex(run => new { run.StartTime, run.RunNumber }, "ix_runs_long").HasDatabaseName("ix_runs_long").HasFilter(TakesLong("start_time", "ended_at"));
        model.Entity<Environment>().HasIndex(environment => new { environment.CreatedAt, environment.EnvironmentId }, "ix_environments_long")
            .HasDatabaseName("ix_environments_long").HasFilter(TakesLong("created_at", "updated_at"));

        // As DatabaseFunctions.Elapsed reads in SQL: an index serves a query that has its condition, word by word.
        string TakesLong(string from, string until) => FormattableString.Invariant(postgreSql
            ? (FormattableString)$"CAST(date_part('epoch', {until} - {from}) * 1000.0 AS bigint) > {Run.LostAfter.TotalMilliseconds}"
            : $"{until} - {from} > {Run.LostAfter.TotalMilliseconds}");
    }

    private static IEnumerable<Type> EnumTypes() =>
        typeof(BookkeepingDb).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace!.StartsWith("Bookkeeping.Api.", StringComparison.Ordinal));

    private static void Complete(IMutableProperty property, bool postgreSql)
    {
        if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null) property.SetColumnName(SnakeCase.Of(property.Name));

        // SQLite compares texts byte by byte; with this collation PostgreSQL does too, whatever the locale of its cluster.
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (postgreSql && (type == typeof(string) || type.IsEnum)) property.SetCollation("C");
    }

    private static void Complete(IMutableForeignKey foreignKey, IMutableEntityType entity)
    {
        foreignKey.SetConstraintName($"fk_{entity.GetTableName()}_{Columns(foreignKey.Properties)}");
        var cascades = ((IConventionForeignKey)foreignKey).GetDeleteBehaviorConfigurationSource() == ConfigurationSource.Explicit;
        if (!cascades) foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
    }

    private static void Complete(IMutableIndex index, IMutableEntityType entity)
    {
        if (index.FindAnnotation(RelationalAnnotationNames.Name) is null) index.SetDatabaseName($"ix_{entity.GetTableName()}_{Columns(index.Properties)}");
    }

    private static string Columns(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(property => property.GetColumnName()));
}
