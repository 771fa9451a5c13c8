using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class MethodCallTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType(typeof(Queries))
        .AddQueryType(typeof(StaticQueries))
        .AddTypeExtension(typeof(ShiftFields))
        .Build();

    [Fact]
    public void Only_what_a_client_gives_is_an_argument() => Assert.Equal(
        ["greet(name: String!): String!", "cancelled: Boolean!", "hasServices: Boolean!", "missing: Boolean!", "slow: Int", "stream: [Int!]!", "fail: Int!", "shifts: [Shift!]!"],
        Schema.Fields("Query"));

    [Fact]
    public async Task Services_come_from_the_request()
    {
        var services = new ServiceCollection().AddSingleton(new Greeting("Hello")).BuildServiceProvider();
        Assert.Equal("Hello Ada", await FakeFieldContext.QueryAsync(Schema, "greet", new() { ["name"] = "Ada" }, services));
        Assert.Equal(true, await FakeFieldContext.QueryAsync(Schema, "hasServices", services: services));
    }

    [Fact]
    public async Task A_missing_service_fails_the_field_unless_it_may_be_null()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => FakeFieldContext.QueryAsync(Schema, "greet", new() { ["name"] = "Ada" }));
        Assert.Equal(true, await FakeFieldContext.QueryAsync(Schema, "missing"));
    }

    [Fact]
    public async Task The_end_of_the_request_is_passed_on()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        Assert.Equal(true, await FakeFieldContext.QueryAsync(Schema, "cancelled", cancel: source.Token));
    }

    [Fact]
    public async Task Tasks_are_awaited_and_streams_collected()
    {
        Assert.Null(await FakeFieldContext.QueryAsync(Schema, "slow"));
        Assert.Equal([1, 2], Assert.IsType<List<int>>(await FakeFieldContext.QueryAsync(Schema, "stream")));
    }

    [Fact]
    public async Task What_a_method_throws_comes_out_as_thrown() =>
        Assert.Equal("Out of cheese.", (await Assert.ThrowsAsync<NotSupportedException>(() => FakeFieldContext.QueryAsync(Schema, "fail"))).Message);

    [Fact]
    public async Task An_extension_class_is_made_with_its_services()
    {
        var services = new ServiceCollection().AddSingleton(new Greeting("Hello")).BuildServiceProvider();
        Assert.Equal(["Hello 1", "Hello 2"], await FakeFieldContext.ResolveAsync(Schema, "Shift", "greeting", [new Shift(1), new Shift(2)], services: services));
    }

    [Fact]
    public async Task A_registered_class_lives_as_registered()
    {
        var instance = new ShiftFields(new Greeting("Bye"));
        var services = new ServiceCollection().AddSingleton(instance).BuildServiceProvider();
        Assert.Equal(["Bye 1"], await FakeFieldContext.ResolveAsync(Schema, "Shift", "greeting", [new Shift(1)], services: services));
    }

    [Fact]
    public async Task A_batch_of_values_is_given_item_by_item() =>
        Assert.Equal([2, 4], await FakeFieldContext.ResolveAsync(Schema, "Shift", "double", [new Shift(1), new Shift(2)], services: WithGreeting()));

    [Fact]
    public async Task A_pure_method_with_arguments_is_called_for_each_parent() =>
        Assert.Equal([11, 12], await FakeFieldContext.ResolveAsync(Schema, "Shift", "plus", [new Shift(1), new Shift(2)], new() { ["count"] = 10 }));

    [Fact]
    public async Task A_batch_of_the_wrong_length_is_our_fault()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => FakeFieldContext.ResolveAsync(Schema, "Shift", "short", [new Shift(1), new Shift(2)], services: WithGreeting()));
        Assert.Contains("ShiftFields.Short returned 1 values for 2 parents", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_field_reads_of_its_parent_is_known()
    {
        Assert.Equal(["Number"], Schema.Field("Shift", "greeting").Resolver!.Requires!);
        Assert.Null(Schema.Field("Shift", "double").Resolver!.Requires);
        Assert.Equal(["Number"], Schema.Field("Shift", "computed").Resolver!.Requires!);
        Assert.Equal(typeof(Shift).GetProperty("Number"), ((PropertyResolver)Schema.Field("Shift", "number").Resolver!).Property);
    }

    private static ServiceProvider WithGreeting() => new ServiceCollection().AddSingleton(new Greeting("")).BuildServiceProvider();

    public sealed record Greeting(string Word);

    public sealed record Shift(int Number)
    {
        [Requires(nameof(Number))]
        public int Computed => Number + 1;
    }

    public sealed class Queries
    {
        public string Greet(string name, [Service] Greeting greeting) => $"{greeting.Word} {name}";

        public bool Cancelled(CancellationToken cancel) => cancel.IsCancellationRequested;

        public bool HasServices(IServiceProvider services) => services.GetService(typeof(Greeting)) is not null;

        public bool Missing([Service] Greeting? greeting) => greeting is null;

        public async Task<int?> SlowAsync()
        {
            await Task.Yield();
            return null;
        }

        public async IAsyncEnumerable<int> Stream()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    public static class StaticQueries
    {
        public static int Fail() => throw new NotSupportedException("Out of cheese.");

        public static IReadOnlyList<Shift> Shifts() => [];
    }

    [ExtendObjectType<Shift>]
    public sealed class ShiftFields(Greeting greeting)
    {
        public ValueTask<IReadOnlyList<string>> Greeting([Parent(nameof(Shift.Number))] IReadOnlyList<Shift> shifts) =>
            ValueTask.FromResult<IReadOnlyList<string>>([.. shifts.Select(s => $"{greeting.Word} {s.Number}")]);

        public IReadOnlyList<int> Double([Parent] IReadOnlyList<Shift> shifts) => [.. shifts.Select(s => s.Number * 2)];

        public IReadOnlyList<int> Short([Parent] IReadOnlyList<Shift> shifts) => [shifts[0].Number];

        public static int Plus([Parent] Shift shift, int count) => shift.Number + count;
    }
}
