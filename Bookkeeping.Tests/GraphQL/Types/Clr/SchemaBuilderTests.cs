using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>A schema of every kind of type, seen as a whole.</summary>
public class SchemaBuilderTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType(typeof(Queries))
        .AddMutationType(typeof(Mutations))
        .AddTypeExtension(typeof(RunFields))
        .AddType(typeof(Start))
        .AddType(typeof(Fault))
        .Build();

    [Fact]
    public void Roots_list_their_methods_before_their_properties() =>
        Assert.Equal(
            [
                "run(by: RunLookup!): Run",
                "runs(qualities: [RunQuality!]! = [GOOD, BAD], limit: Int! = 10): [Run!]!",
                "events: [IEvent!]!",
                "anything: Thing",
                "version: String!",
            ],
            Schema.Fields("Query"));

    [Fact]
    public void Types_have_their_own_properties_then_those_of_extensions() =>
        Assert.Equal(
            ["runNumber: Int!", "quality: RunQuality!", "startedAt: DateTime", "length: Duration", "tags: [String!]!", "neighbours(distance: Int! = 1): [Run]!", "label: String!"],
            Schema.Fields("Run"));

    [Fact]
    public void Interfaces_keep_their_I_and_know_who_implements_them()
    {
        Assert.Equal(["at: DateTime!"], Schema.Fields("IEvent"));
        Assert.Equal(["Fault", "Start"], Schema.PossibleTypes(Schema.FindType("IEvent")!).Select(t => t.Name).Order());
    }

    [Fact]
    public void Unions_have_the_types_of_the_schema_that_implement_them() => Assert.Equal(["Fault", "Run"], Schema.Fields("Thing"));

    [Fact]
    public void Enums_are_in_upper_snake_case() => Assert.Equal(["NOT_SET", "GOOD", "BAD"], Schema.Fields("RunQuality"));

    [Fact]
    public void Input_objects_end_with_Input_and_oneOf_ones_are_marked()
    {
        Assert.Equal(["runNumber: Int!", "quality: RunQuality! = GOOD", "reason: String"], Schema.Fields("SetQualityInput"));
        Assert.True(Assert.IsType<InputObjectType>(Schema.FindType("RunLookup")).IsOneOf);
    }

    [Fact]
    public async Task A_batch_method_gets_all_parents_at_once()
    {
        var runs = new[] { new Run(1), new Run(2) };
        var neighbours = await FakeFieldContext.ResolveAsync(Schema, "Run", "neighbours", runs, new() { ["distance"] = 2 });
        Assert.Equal([3, 4], neighbours.Select(n => ((IReadOnlyList<Run?>)n!)[0]!.RunNumber));
    }

    [Fact]
    public async Task A_pure_method_is_called_for_each_parent() =>
        Assert.Equal(["Run 1", "Run 2"], await FakeFieldContext.ResolveAsync(Schema, "Run", "label", [new Run(1), new Run(2)]));

    [Fact]
    public async Task A_root_method_gets_its_arguments_and_services()
    {
        var services = new ServiceCollection().AddSingleton(new Archive([new Run(7)])).BuildServiceProvider();
        var run = await FakeFieldContext.QueryAsync(Schema, "run", new() { ["by"] = new Dictionary<string, object?> { ["runNumber"] = 7 } }, services);
        Assert.Equal(7, Assert.IsType<Run>(run).RunNumber);
    }

    public enum RunQuality
    {
        NotSet,
        Good,
        Bad,
    }

    [UnionType]
    [GraphQLName("Thing")]
    public interface IThing;

    public interface IEvent
    {
        DateTimeOffset At { get; }
    }

    [OneOf]
    [GraphQLName("RunLookup")]
    public sealed record RunLookup(int? RunNumber, [property: ID] string? Id);

    public sealed record SetQualityInput(int RunNumber, RunQuality Quality = RunQuality.Good, Optional<string?> Reason = default);

    public sealed record Start(DateTimeOffset At) : IEvent;

    public sealed record Fault(DateTimeOffset At, string Message) : IEvent, IThing;

    public sealed record Archive(IReadOnlyList<Run> Runs);

    public sealed class Run(int number) : IThing
    {
        public int RunNumber { get; } = number;

        public RunQuality Quality { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        [Requires(nameof(StartedAt))]
        public TimeSpan? Length => StartedAt is null ? null : TimeSpan.FromHours(1);

        public IReadOnlyList<string> Tags { get; init; } = [];

        [GraphQLIgnore]
        public string Secret => "";
    }

    public sealed class Queries
    {
        public string Version => "1";

        public Run? GetRun(RunLookup by, [Service] Archive archive) => archive.Runs.FirstOrDefault(r => r.RunNumber == by.RunNumber);

        public Task<IReadOnlyList<Run>> GetRunsAsync(
            [DefaultValue(new[] { RunQuality.Good, RunQuality.Bad })] IReadOnlyList<RunQuality> qualities, CancellationToken cancel, int limit = 10) =>
            Task.FromResult<IReadOnlyList<Run>>([]);

        public IEnumerable<IEvent> Events() => [new Start(default)];

        public IThing? Anything() => null;
    }

    public sealed class Mutations
    {
        public Run SetQuality(SetQualityInput input) => new(input.RunNumber) { Quality = input.Quality };
    }

    [ExtendObjectType<Run>]
    public static class RunFields
    {
        public static Task<IReadOnlyList<IReadOnlyList<Run?>>> GetNeighboursAsync([Parent(nameof(Run.RunNumber))] IReadOnlyList<Run> runs, int distance = 1) =>
            Task.FromResult<IReadOnlyList<IReadOnlyList<Run?>>>([.. runs.Select(r => new[] { new Run(r.RunNumber + distance) })]);

        public static string Label([Parent(nameof(Run.RunNumber))] Run run) => $"Run {run.RunNumber}";
    }
}
