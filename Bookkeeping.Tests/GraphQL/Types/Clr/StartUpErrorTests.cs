using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>What cannot be part of a schema, each named with what would be right.</summary>
public class StartUpErrorTests
{
    [Fact]
    public void All_errors_are_listed_at_once()
    {
        var errors = ErrorsOf(new SchemaBuilder().AddQueryType(typeof(Queries)).AddTypeExtension(typeof(DayFields)).AddTypeExtension(typeof(Unmarked)));
        var members = errors.Select(e => e.Split(':')[0]).Distinct();
        Assert.Superset(new HashSet<string> { "Queries.Nothing", "Queries.Generic", "DayFields.NoParent" }, members.ToHashSet());
    }

    [Theory]
    [InlineData("Queries.Nothing", "returns nothing")]
    [InlineData("Queries.NothingAsync", "returns nothing")]
    [InlineData("Queries.Generic", "generic method")]
    [InlineData("Queries.Anything", "no graph type for System.Object")]
    [InlineData("Queries.Hidden", "mark it with [InterfaceType] or [UnionType]")]
    [InlineData("Queries.Service", "parameter comparer: there is no input type")]
    [InlineData("Queries.OwnService", "mark the parameter with [Service]")]
    [InlineData("Queries.WithParent", "a root field has no parents")]
    [InlineData("Queries.BadType", "\"[Int\" is not a type reference")]
    [InlineData("Queries.UnknownType", "names Nowhere, which is not in the schema")]
    [InlineData("Queries.BadDefault", "its default is wrong")]
    [InlineData("Queries.NotHolding", "DateTime cannot be read into Guid")]
    [InlineData("Queries.TwoWays", "TwoConstructors has 2 public constructors")]
    [InlineData("NeverAbsentInput.Name", "write Optional<String?>")]
    [InlineData("Day.Later", "a property must hold its value")]
    [InlineData("Day.Computed", "requires Nothing, which is no property of Day")]
    [InlineData("DayFields.NoParent", "has 0 [Parent] parameters")]
    [InlineData("DayFields.OneByOneAsync", "only a pure method may")]
    [InlineData("DayFields.OneByOneWithService", "only a pure method may")]
    [InlineData("DayFields.OneForAll", "returns Task<String>")]
    [InlineData("DayFields.OfOthers", "its [Parent] parameter is IReadOnlyList<String>")]
    [InlineData("DayFields.Requiring", "requires Nothing, which is no property of Day")]
    [InlineData("Unmarked", "mark it with [ExtendObjectType<T>]")]
    [InlineData("Orphans", "extends Orphan, which is no object type of the schema")]
    public void An_error_names_the_member_and_what_would_be_right(string member, string expected)
    {
        var errors = ErrorsOf(new SchemaBuilder()
            .AddQueryType(typeof(Queries)).AddTypeExtension(typeof(DayFields)).AddTypeExtension(typeof(Unmarked)).AddTypeExtension(typeof(Orphans)));
        Assert.Contains(errors, e => e.StartsWith(member, StringComparison.Ordinal) && e.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_classes_of_one_name_are_refused()
    {
        var error = Assert.Single(ErrorsOf(new SchemaBuilder().AddQueryType(typeof(Fine)).AddType(typeof(Day)).AddType(typeof(Other.Day))), e => e.Contains("both", StringComparison.Ordinal));
        Assert.Contains("would both be the type Day", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_made_type_needs_a_free_name() => Assert.Contains(
        ErrorsOf(new SchemaBuilder().AddQueryType(typeof(Fine)).AddType(new EnumType("Taken")).AddType(new EnumType("Taken"))),
        e => e.Contains("would both be the type Taken", StringComparison.Ordinal));

    [Fact]
    public void Breaches_of_the_type_system_are_listed_with_the_others()
    {
        var errors = ErrorsOf(new SchemaBuilder().AddQueryType(typeof(Queries)).AddType(typeof(WrongLookup)).AddType(typeof(IEmpty)));
        Assert.Contains(errors, e => e.Contains("WrongLookup", StringComparison.Ordinal) && e.Contains("number", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("IEmpty", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("Queries.Nothing", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ErrorsOf(SchemaBuilder builder) =>
        Assert.Throws<SchemaException>(() => builder.Build()).Errors.Select(e => e.Message);

    public static class Fine
    {
        public static bool Ready() => true;
    }

    public static class Other
    {
        public sealed record Day(int Number);
    }

    public sealed record Day(int Number)
    {
        public Task<int> Later => Task.FromResult(1);

        [Requires("Nothing")]
        public int Computed => 1;
    }

    public sealed class Orphan;

    public interface IEmpty;

    [OneOf]
    [GraphQLName("WrongLookup")]
    public sealed record WrongLookup(int Number, string? Text);

    public abstract class Hidden;

    public interface IClock;

    public sealed class TwoConstructors
    {
        public TwoConstructors(int number) => Number = number;

        public TwoConstructors(string text) => Number = text.Length;

        public int Number { get; }
    }

    public sealed record NeverAbsentInput(Optional<string> Name);

    public sealed class Queries
    {
        public void Nothing() => GC.KeepAlive(this);

        public Task NothingAsync() => Task.CompletedTask;

        public T? Generic<T>() => default;

        public object? Anything() => null;

        public Hidden? Hidden() => null;

        public bool Service(IComparer<string> comparer) => comparer is null;

        public bool OwnService(IClock clock) => clock is null;

        public bool WithParent([Parent] Day day) => day is null;

        [GraphQLType("[Int")]
        public int BadType() => 1;

        [GraphQLType("Nowhere")]
        public int UnknownType() => 1;

        public int BadDefault([DefaultValue("an hour")] TimeSpan span) => span.Seconds;

        public int NotHolding([GraphQLType("DateTime")] Guid id) => id.GetHashCode();

        public bool TwoWays(TwoConstructors value) => value is null;

        public bool Take(NeverAbsentInput input) => input is null;

        public Day? Day() => null;
    }

    [ExtendObjectType<Day>]
    public sealed class DayFields
    {
        public int NoParent() => 1;

        public static Task<int> OneByOneAsync([Parent] Day day) => Task.FromResult(day.Number);

        public static int OneByOneWithService([Parent] Day day, [Service] IClock clock) => clock is null ? 0 : day.Number;

        public Task<string> OneForAll([Parent] IReadOnlyList<Day> days) => Task.FromResult($"{days.Count}");

        public IReadOnlyList<int> OfOthers([Parent] IReadOnlyList<string> days) => [days.Count];

        public IReadOnlyList<int> Requiring([Parent("Nothing")] IReadOnlyList<Day> days) => [days.Count];
    }

    public static class Unmarked
    {
        public static int Nothing() => 1;
    }

    [ExtendObjectType<Orphan>]
    public static class Orphans
    {
        public static int Nothing([Parent] Orphan orphan) => orphan.GetHashCode();
    }
}
