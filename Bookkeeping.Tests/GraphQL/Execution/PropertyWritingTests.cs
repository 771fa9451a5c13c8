using System.Reflection;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class PropertyWritingTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType(typeof(Fields)).Build();

    public enum Quality
    {
        Good,
        NotSet,
    }

    [Fact]
    public async Task Stored_properties_of_every_kind_are_written()
    {
        var thing = new Thing
        {
            Number = 5, MaybeNumber = 6, Name = "a", MaybeName = "b", Quality = Quality.NotSet, MaybeQuality = Quality.Good, Energy = 6800.5,
            At = new DateTimeOffset(2022, 9, 24, 0, 21, 15, TimeSpan.Zero), Lasted = TimeSpan.FromMinutes(90), On = true,
        };
        Assert.Equal(
            """{"thing":{"number":5,"maybeNumber":6,"name":"a","maybeName":"b","quality":"NOT_SET","maybeQuality":"GOOD","energy":6800.5,"at":"2022-09-24T00:21:15Z","lasted":"PT1H30M","on":true}}""",
            (await AskAsync(thing)).Data);
    }

    [Fact]
    public async Task Properties_that_are_null_are_written_as_null_where_they_may_be()
    {
        var answer = await AskAsync(new Thing { Name = "a" });
        Assert.Contains("\"maybeNumber\":null,\"name\":\"a\",\"maybeName\":null", answer.Data, StringComparison.Ordinal);
        Assert.Contains("\"maybeQuality\":null", answer.Data, StringComparison.Ordinal);
        Assert.Empty(answer.Errors);
    }

    [Fact]
    public async Task Null_in_a_non_null_property_nulls_its_object_before_anything_is_written()
    {
        var answer = await AskAsync(new Thing { Name = null! });
        Assert.Equal("""{"thing":null}""", answer.Data);
        Assert.Equal(["thing/name HC0018"], answer.Errors);
    }

    [Fact]
    public async Task A_number_without_a_JSON_form_fails_its_field()
    {
        var answer = await AskAsync(new Thing { Name = "a", Energy = double.NaN });
        Assert.Equal(["thing/energy HC0001"], answer.Errors);
        Assert.Equal("""{"thing":null}""", answer.Data);
    }

    [Fact]
    public async Task A_number_that_is_no_value_of_its_enum_fails_its_field()
    {
        var answer = await AskAsync(new Thing { Name = "a", MaybeQuality = (Quality)99 });
        Assert.Equal(["thing/maybeQuality HC0001"], answer.Errors);
        Assert.Contains("\"maybeQuality\":null,\"energy\":0", answer.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Computed_properties_are_read_before_the_answer_is_written_for_they_may_throw()
    {
        Assert.NotNull(WriterOf(nameof(Thing.Number)));
        Assert.NotNull(WriterOf(nameof(Thing.MaybeName)));
        Assert.NotNull(WriterOf(nameof(Thing.MaybeQuality)));
        Assert.NotNull(WriterOf(nameof(Thing.At)));
        Assert.Null(WriterOf(nameof(Thing.Computed)));
    }

    [Fact]
    public async Task A_computed_property_that_throws_fails_its_field_alone()
    {
        var answer = await AskAsync(new Thing { Name = "a" }, "{ thing { computed name } }");
        Assert.Equal("""{"thing":{"computed":null,"name":"a"}}""", answer.Data);
        Assert.Equal(["thing/computed INTERNAL"], answer.Errors);
    }

    private static PropertyWriter? WriterOf(string property)
    {
        var type = (ObjectType)Schema.FindType(nameof(Thing))!;
        return PropertyWriter.Create(type, type.Fields.First(f => f.Resolver is PropertyResolver { Property: PropertyInfo p } && p.Name == property));
    }

    private static async Task<Answer> AskAsync(
        Thing thing, string document = "{ thing { number maybeNumber name maybeName quality maybeQuality energy at lasted on } }")
    {
        var executor = new RequestExecutor(Schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        return Answer.Of(await executor.ExecuteAsync(new GraphQLRequest { Query = document }, new ThingServices(thing), default));
    }

    public sealed class Fields
    {
        public Thing? GetThing([Service] Thing thing) => thing;
    }

    public sealed class Thing
    {
        public int Number { get; init; }

        public int? MaybeNumber { get; init; }

        public required string Name { get; init; }

        public string? MaybeName { get; init; }

        public Quality Quality { get; init; }

        public Quality? MaybeQuality { get; init; }

        public double Energy { get; init; }

        public DateTimeOffset At { get; init; }

        public TimeSpan Lasted { get; init; }

        public bool On { get; init; }

        public int? Computed => On ? 1 : throw new InvalidOperationException("broken");
    }

    private sealed class ThingServices(Thing thing) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Thing) ? thing : serviceType == typeof(Fields) ? new Fields() : null;
    }
}
