using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.GraphQL.Data;

/// <summary>What cannot work is told when the server starts, in words that say what would.</summary>
public sealed class StartUpErrorTests
{
    [Fact]
    public void A_relation_over_several_columns_cannot_be_followed() => AssertRefused<Crate>(
        "Crate.Shelf cannot be followed: a relation needs a key of one column",
        model => model.Entity<Shelf>().HasKey(s => new { s.Hall, s.Row }));

    [Fact]
    public void A_derived_property_needs_its_expression() => AssertRefused<Underived>(
        "Underived.Sum is derived from Nothing, which must be a static property of type Expression<Func<Underived, Int32>>");

    [Fact]
    public void A_row_needs_a_constructor_without_parameters() => AssertRefused<Unmakeable>("Unmakeable needs a constructor without parameters");

    [Fact]
    public void A_column_needs_a_setter() => AssertRefused<Unsettable>("Unsettable.Name needs a setter", model => model.Entity<Unsettable>().Property(u => u.Name));

    [Fact]
    public void The_name_of_the_global_id_must_be_free() => AssertRefused<Taken>("Taken has a field 'id' of its own");

    [Fact]
    public void A_default_order_must_be_a_value() => AssertRefused<Disordered>("Disordered.Nothing cannot be the default order");

    [Fact]
    public void A_filter_method_must_return_a_condition() => AssertRefused<Misfiltered>("must return Expression<Func<Misfiltered, bool>>");

    [Fact]
    public void Connections_of_one_name_must_have_one_type_of_nodes()
    {
        using var context = new Db<Twice>(_ => { });
        var builder = new SchemaBuilder().AddEntityFramework<Db<Twice>>(context.Model).AddQueryType(typeof(TwiceQueries));
        var error = Assert.Throws<SchemaException>(builder.Build);
        Assert.Contains("another field of that name gives one of Twice; name one of them otherwise", error.Message);
    }

    private static void AssertRefused<T>(string message, Action<ModelBuilder>? configure = null)
        where T : class
    {
        using var context = new Db<T>(configure ?? (_ => { }));
        var error = Assert.Throws<SchemaException>(() =>
            new SchemaBuilder().AddEntityFramework<Db<T>>(context.Model).AddQueryType(typeof(Queries<T>)).Build());
        Assert.Contains(message, error.Message);
    }

    internal sealed class Db<T>(Action<ModelBuilder> configure) : DbContext
        where T : class
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<T>();
            configure(model);
        }
    }

    internal static class Queries<T>
        where T : class
    {
        [UsePaging]
        [UseFiltering]
        public static IQueryable<T> GetRows([Service] Db<T> db) => db.Set<T>();
    }

    internal static class TwiceQueries
    {
        [UsePaging]
        public static IQueryable<Twice> GetTwins([Service] Db<Twice> db) => db.Set<Twice>();
    }

    internal sealed class Crate
    {
        [Key]
        public int Number { get; init; }

        public Shelf? Shelf { get; init; }
    }

    internal sealed class Shelf
    {
        public int Hall { get; init; }

        public int Row { get; init; }
    }

    internal sealed class Underived
    {
        [Key]
        public int Number { get; init; }

        [Derived("Nothing")]
        [NotMapped]
        public int Sum { get; init; }
    }

    internal sealed class Unmakeable(int number)
    {
        [Key]
        public int Number { get; private set; } = number;
    }

    internal sealed class Unsettable
    {
        [Key]
        public int Number { get; init; }

        public string Name { get; } = "";
    }

    internal sealed class Taken
    {
        public int Id { get; init; }
    }

    [DefaultOrder("Nothing")]
    internal sealed class Disordered
    {
        [Key]
        public int Number { get; init; }
    }

    internal sealed class Misfiltered
    {
        [Key]
        public int Number { get; init; }
    }

    [FilterFields<Misfiltered>]
    internal static class Misfilters
    {
        public static Expression<Func<Misfiltered, int>> Number(int number) => row => row.Number + number;
    }

    internal sealed class Twice
    {
        [Key]
        public int Number { get; init; }

        [UsePaging]
        public List<Twin> Twins { get; init; } = [];
    }

    internal sealed class Twin
    {
        [Key]
        public int Number { get; init; }

        public int TwiceNumber { get; init; }
    }
}
