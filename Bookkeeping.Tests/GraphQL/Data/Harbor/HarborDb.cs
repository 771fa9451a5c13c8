using System.Linq.Expressions;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>A small database with every kind of column and relation.</summary>
internal sealed class HarborDb(DbContextOptions<HarborDb> options) : DbContext(options)
{
    public DbSet<Ship> Ships => Set<Ship>();

    public DbSet<Port> Ports => Set<Port>();

    public DbSet<Voyage> Voyages => Set<Voyage>();

    public DbSet<Sailor> Sailors => Set<Sailor>();

    public DbSet<Berth> Berths => Set<Berth>();

    protected override void ConfigureConventions(ModelConfigurationBuilder types)
    {
        types.Properties<ShipKind>().HaveConversion<string>();
        types.Properties<Flag>().HaveConversion<string>();
        if (!Database.IsSqlite()) return;
        types.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();
        types.Properties<TimeSpan>().HaveConversion<DurationAsMilliseconds>();
        types.DefaultTypeMapping<DateTimeOffset>().HasConversion<InstantAsMilliseconds>();
        types.DefaultTypeMapping<TimeSpan>().HasConversion<DurationAsMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Ship>(ship =>
        {
            ship.HasKey(s => s.Number);
            ship.Property(s => s.Number).ValueGeneratedNever();
            ship.Property(s => s.HomePortCode);
            ship.Property(s => s.FlagshipNumber);
            ship.HasOne(s => s.HomePort).WithMany(p => p.Ships).HasForeignKey(s => s.HomePortCode);
            ship.HasOne(s => s.Flagship).WithMany(s => s.Escorts).HasForeignKey(s => s.FlagshipNumber);
            ship.HasMany(s => s.Crew).WithMany(s => s.Ships).UsingEntity<Dictionary<string, object>>(
                "Crews",
                crew => crew.HasOne<Sailor>().WithMany().HasForeignKey("SailorName"),
                crew => crew.HasOne<Ship>().WithMany().HasForeignKey("ShipNumber"));
            ship.HasOne(s => s.Log).WithOne(l => l.Ship).HasForeignKey<ShipLog>(l => l.ShipNumber);
            ship.Ignore(s => s.SisterShips).Ignore(s => s.VoyageCount).Ignore(s => s.Age).Ignore(s => s.IsOld);
        });
        model.Entity<Port>().HasKey(p => p.Code);
        model.Entity<Sailor>().HasKey(s => s.Name);
        model.Entity<Voyage>(voyage =>
        {
            voyage.HasKey(v => v.Number);
            voyage.Property(v => v.Number).ValueGeneratedNever();
            voyage.HasOne(v => v.Ship).WithMany(s => s.Voyages).HasForeignKey(v => v.ShipNumber);
            voyage.HasOne(v => v.From).WithMany().HasForeignKey(v => v.FromCode);
            voyage.Ignore(v => v.Duration).Ignore(v => v.State).Ignore(v => v.Kind);
        });
        model.Entity<Berth>(berth =>
        {
            berth.HasKey(b => new { b.ShipNumber, b.PortCode });
            berth.HasOne(b => b.Ship).WithMany(s => s.Berths).HasForeignKey(b => b.ShipNumber);
            berth.HasOne(b => b.Port).WithMany(p => p.Berths).HasForeignKey(b => b.PortCode);
        });
        model.Entity<ShipLog>().HasKey(l => l.ShipNumber);
        AddElapsed(model);
        if (Database.IsNpgsql()) SortTextsByBytes(model);
    }

    private void AddElapsed(ModelBuilder model)
    {
        var mapping = Database.IsSqlite()
            ? (RelationalTypeMapping)LongTypeMapping.Default.WithComposedConverter(new DurationAsMilliseconds())
            : null;
        model.HasDbFunction(() => HarborFunctions.Elapsed(default, default))
            .HasTranslation(arguments => new SqlBinaryExpression(ExpressionType.Subtract, arguments[1], arguments[0], typeof(TimeSpan), mapping));
    }

    private static void SortTextsByBytes(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            if (property.ClrType == typeof(string) || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum) property.SetCollation("C");
    }
}
