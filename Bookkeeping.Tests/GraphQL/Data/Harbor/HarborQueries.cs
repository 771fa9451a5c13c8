using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

internal static class HarborQueries
{
    /// <summary>Ships by number.</summary>
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ship> GetShips([Service] HarborDb db) => db.Ships;

    [UseFirstOrDefault]
    public static IQueryable<Ship> GetShip([Service] HarborDb db, int number) => db.Ships.Where(s => s.Number == number);

    /// <summary>Voyages, latest first.</summary>
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    [DefaultOrder(nameof(Voyage.Departed), descending: true)]
    public static IQueryable<Voyage> GetVoyages([Service] HarborDb db) => db.Voyages;

    [UseFiltering]
    [UseSorting]
    public static IQueryable<Port> GetPorts([Service] HarborDb db) => db.Ports;

    public static IQueryable<Berth> GetBerths([Service] HarborDb db) => db.Berths;
}

[FilterFields<Ship>]
internal static class ShipFilters
{
    /// <summary>Ships whose name is as long as this.</summary>
    public static Expression<Func<Ship, bool>> NameLength(int length) =>
        length >= 0 ? ship => ship.Name.Length == length : throw new InvalidFilterException($"A name has 0 or more characters, not {length}.");

    /// <summary>Ships that are older than the clock of the server is.</summary>
    public static Expression<Func<Ship, bool>> BuiltWithin(YearRange range, [Service] TimeProvider time)
    {
        var from = time.GetUtcNow().AddYears(-range.OldestYears);
        return ship => ship.Built >= from && ship.Age != null;
    }
}

internal sealed record YearRange(int OldestYears);
