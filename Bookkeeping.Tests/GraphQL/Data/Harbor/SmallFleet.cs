namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>Four ships that tests know by heart.</summary>
internal static class SmallFleet
{
    /// <summary>3 February 2001.</summary>
    public static readonly DateTimeOffset Launch = new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public static IEnumerable<object> Make()
    {
        var ann = new Sailor { Name = "Ann", Born = 1990 };
        var bo = new Sailor { Name = "Bo" };
        yield return new Port { Code = "LIS", Name = "Lisbon", Depth = 12 };
        yield return new Port { Code = "BGO", Name = "Bergen" };
        yield return new Port { Code = "OSL", Name = "Oslo", Depth = 9 };
        yield return new Ship
        {
            Number = 1, Name = "Aurora", Nickname = "100%", Kind = ShipKind.Cruiser, Flag = Flag.Norway, Armed = true, Tonnage = 5.5, Rivets = 10_000_000_000,
            Built = Launch, Registered = new DateOnly(2001, 3, 1), Refit = TimeSpan.FromHours(3), Beacon = Guid.Parse("0000000a-0000-0000-0000-000000000000"),
            HomePortCode = "LIS", Callsigns = ["A1", "B2"], Crew = [ann, bo], Log = new ShipLog { Text = "Calm." },
            Berths = [new Berth { PortCode = "BGO", Pier = 3 }, new Berth { PortCode = "LIS" }],
            Voyages =
            [
                new Voyage { Number = 10, FromCode = "LIS", Departed = Launch },
                new Voyage { Number = 11, FromCode = "BGO", Departed = Launch.AddDays(1), Arrived = Launch.AddDays(3) },
            ],
        };
        yield return new Ship
        {
            Number = 2, Name = "Borea", Nickname = "100 per cent", Kind = ShipKind.Barge, Flag = Flag.Chile, FlagshipNumber = 1, Tonnage = 7,
            Built = Launch.AddYears(20), Registered = new DateOnly(2021, 1, 1), Beacon = Guid.Parse("0000000b-0000-0000-0000-000000000000"),
            HomePortCode = "BGO", Crew = [ann], Callsigns = ["B2"],
        };
        yield return new Ship
        {
            Number = 3, Name = "Cara", Kind = ShipKind.Cruiser, FlagshipNumber = 1, HomePortCode = "LIS", Refit = TimeSpan.FromMinutes(1),
            Voyages = [new Voyage { Number = 12, FromCode = "LIS", Departed = Launch.AddDays(1) }],
        };
        yield return new Ship { Number = 4, Name = "", Kind = ShipKind.Tanker, Rivets = 7 };
    }
}
