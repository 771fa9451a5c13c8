using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>A vessel.</summary>
internal sealed class Ship
{
    /// <summary>The ship's number.</summary>
    public int Number { get; init; }

    public string Name { get; init; } = "";

    public string? Nickname { get; init; }

    public ShipKind Kind { get; init; }

    public Flag? Flag { get; init; }

    public bool Armed { get; init; }

    public double? Tonnage { get; init; }

    public long Rivets { get; init; }

    public DateTimeOffset? Built { get; init; }

    public DateOnly Registered { get; init; }

    public TimeSpan? Refit { get; init; }

    public Guid Beacon { get; init; }

    internal string? HomePortCode { get; init; }

    /// <summary>Where the ship belongs; null when nowhere.</summary>
    public Port? HomePort { get; private set; }

    internal int? FlagshipNumber { get; init; }

    public Ship? Flagship { get; private set; }

    [DefaultOrder(nameof(Name), descending: true)]
    public List<Ship> Escorts { get; init; } = [];

    [UsePaging]
    [DefaultOrder(nameof(Voyage.Departed))]
    public List<Voyage> Voyages { get; init; } = [];

    [UsePaging]
    public List<Sailor> Crew { get; init; } = [];

    public List<Berth> Berths { get; init; } = [];

    public ShipLog? Log { get; init; }

    public List<string> Callsigns { get; init; } = [];

    [RelatedBy(nameof(Kind), nameof(Kind))]
    public List<Ship> SisterShips { get; init; } = [];

    [Derived(nameof(VoyageCountExpression))]
    public int VoyageCount { get; init; }

    /// <summary>How long the ship has been afloat.</summary>
    [Derived(nameof(AgeAt))]
    public TimeSpan? Age { get; private set; }

    [Derived(nameof(IsOldAt))]
    public bool IsOld { get; private set; }

    [Requires(nameof(Name), nameof(Number))]
    public string Label => $"{Name} ({Number})";

    [GraphQLIgnore]
    public string Secret { get; init; } = "";

    /// <summary>Fills the references, as a context does.</summary>
    internal void Relate(IReadOnlyDictionary<string, Port> ports, IReadOnlyDictionary<int, Ship> ships)
    {
        HomePort = HomePortCode is null ? null : ports[HomePortCode];
        Flagship = FlagshipNumber is { } number ? ships[number] : null;
    }

    internal static Expression<Func<Ship, int>> VoyageCountExpression { get; } = ship => ship.Voyages.Count;

    internal static Expression<Func<Ship, TimeSpan?>> AgeAt(DateTimeOffset now) => ship => HarborFunctions.Elapsed(ship.Built, now);

    internal static Expression<Func<Ship, bool>> IsOldAt(DateTimeOffset now)
    {
        var limit = TimeSpan.FromDays(3650);
        return ship => ship.Age > limit;
    }
}

/// <summary>What a ship is for.</summary>
internal enum ShipKind
{
    Tanker,
    Cruiser,
    Barge,
}

internal enum Flag
{
    Norway,
    Denmark,
    Chile,
}

/// <summary>A place where ships land.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class Port
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public int? Depth { get; init; }

    [UsePaging]
    public List<Ship> Ships { get; init; } = [];

    public List<Berth> Berths { get; init; } = [];
}

/// <summary>One crossing.</summary>
internal sealed class Voyage
{
    public int Number { get; init; }

    internal int ShipNumber { get; init; }

    public Ship Ship { get; init; } = null!;

    internal string FromCode { get; init; } = "";

    public Port From { get; init; } = null!;

    public DateTimeOffset Departed { get; init; }

    public DateTimeOffset? Arrived { get; init; }

    [Derived(nameof(DurationAt))]
    public TimeSpan? Duration { get; private set; }

    [Derived(nameof(StateExpression))]
    public VoyageState State { get; private set; }

    [Derived(nameof(KindExpression))]
    public ShipKind Kind { get; private set; }

    internal static Expression<Func<Voyage, VoyageState>> StateExpression { get; } =
        voyage => voyage.Arrived != null ? VoyageState.Landed : VoyageState.Sailing;

    internal static Expression<Func<Voyage, ShipKind>> KindExpression { get; } = voyage => voyage.Ship.Kind;

    internal static Expression<Func<Voyage, TimeSpan?>> DurationAt(DateTimeOffset now) =>
        voyage => HarborFunctions.Elapsed(voyage.Departed, voyage.Arrived ?? now);
}

/// <summary>How far a voyage is; not in the order of its letters.</summary>
internal enum VoyageState
{
    Sailing,
    Landed,
}

/// <summary>Somebody who sails.</summary>
internal sealed class Sailor
{
    public string Name { get; init; } = "";

    public int? Born { get; init; }

    public List<Ship> Ships { get; init; } = [];
}

/// <summary>A place of a ship in a port.</summary>
internal sealed class Berth
{
    internal int ShipNumber { get; init; }

    public Ship Ship { get; init; } = null!;

    internal string PortCode { get; init; } = "";

    public Port Port { get; init; } = null!;

    public int? Pier { get; init; }
}

/// <summary>The book of a ship.</summary>
internal sealed class ShipLog
{
    internal int ShipNumber { get; init; }

    public Ship Ship { get; init; } = null!;

    public string Text { get; init; } = "";
}

/// <summary>Functions that both databases compute.</summary>
internal static class HarborFunctions
{
    public static TimeSpan? Elapsed(DateTimeOffset? from, DateTimeOffset? until) => until - from;
}
