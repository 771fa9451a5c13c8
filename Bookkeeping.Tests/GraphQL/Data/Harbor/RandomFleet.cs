namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>Ships with every kind of value, many of them equal and many null, the same for the same seed.</summary>
internal static class RandomFleet
{
    private static readonly string[] Names = ["Aurora", "aurora", "Åland", "", "Zoë", "B%_x\\", "船", "Borea"];

    public static List<object> Make(int seed, int ships)
    {
        var random = new Random(seed);
        var ports = Enumerable.Range(0, 4).Select(i => new Port { Code = $"P{i}", Name = Names[i], Depth = i == 0 ? null : random.Next(3) }).ToList();
        var fleet = Enumerable.Range(1, ships).Select(number => Ship(number, random)).ToList();
        return [.. ports, .. fleet];
    }

    private static Ship Ship(int number, Random random) => new()
    {
        Number = number,
        Name = Names[random.Next(Names.Length)],
        Nickname = random.Next(3) == 0 ? null : Names[random.Next(Names.Length)],
        Kind = (ShipKind)random.Next(3),
        Flag = random.Next(3) == 0 ? null : (Flag)random.Next(3),
        Armed = random.Next(2) == 0,
        Tonnage = random.Next(3) == 0 ? null : random.Next(4) / 3.0,
        Rivets = random.Next(2) == 0 ? long.MaxValue : random.Next(3),
        Built = random.Next(3) == 0 ? null : DateTimeOffset.UnixEpoch.AddMilliseconds(random.Next(5) * 1_000_000_007L),
        Registered = new DateOnly(2000, 1, 1 + random.Next(4)),
        Refit = random.Next(3) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(4) * 12345),
        Beacon = new Guid(random.Next(3), 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)random.Next(3)]),
        HomePortCode = random.Next(3) == 0 ? null : $"P{random.Next(4)}",
        FlagshipNumber = number > 1 && random.Next(2) == 0 ? random.Next(1, number) : null,
        Voyages = [.. Enumerable.Range(0, random.Next(4)).Select(i => Voyage((number * 10) + i, random))],
    };

    private static Voyage Voyage(int number, Random random) => new()
    {
        Number = number,
        FromCode = $"P{random.Next(4)}",
        Departed = DateTimeOffset.UnixEpoch.AddDays(random.Next(5)),
        Arrived = random.Next(3) == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(5 + random.Next(3)),
    };
}
