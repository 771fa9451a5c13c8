using System.Buffers;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.Tests.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Types.Mutations;

/// <summary>A mutation that takes items has a form for one and a form for many, and both are one piece of code.</summary>
public sealed class ListFormTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType(typeof(MutationConventionTests.Queries)).AddMutation(typeof(FeedDog)).AddMutation(typeof(CountDogs)).Build();

    [Fact]
    public void It_is_two_fields_or_one_where_there_are_only_lists() => Assert.Equal(
        [
            "feedDog(input: FeedDogInput!): FeedDogPayload!", "feedDogBatch(input: FeedDogBatchInput!): FeedDogBatchPayload!",
            "countDogs(input: CountDogsInput!): CountDogsPayload!",
        ],
        Schema.Fields("Mutation"));

    [Fact]
    public void The_list_form_takes_items_and_gives_results_that_share_the_errors_of_the_other_form()
    {
        Assert.Equal(["items: [FeedDogInput!]!", "hungry: Boolean! = true"], Schema.Fields("FeedDogBatchInput"));
        Assert.Equal(["results: [FeedDogResult!]", "errors: [FeedDogError!]"], Schema.Fields("FeedDogBatchPayload"));
        Assert.Equal(["index: Int!", "dog: Dog", "errors: [FeedDogError!]"], Schema.Fields("FeedDogResult"));
        Assert.Equal(["dog: Dog", "errors: [FeedDogError!]"], Schema.Fields("FeedDogPayload"));
        Assert.Equal(["items: [DogInput!]!"], Schema.Fields("CountDogsInput"));
        Assert.Equal(["index: Int!", "dog: Dog"], Schema.Fields("CountDogsResult"));
    }

    [Fact]
    public void Its_description_says_so_and_names_the_role() => Assert.Equal(
        "Feeds a dog.\n\nTakes a list and answers each item on its own.\n\nNeeds the role `keeper`.", Schema.Field("Mutation", "feedDogBatch").Description);

    [Fact]
    public async Task Each_item_is_answered_on_its_own_and_in_order() => Assert.Equal(
        """{"data":{"feedDogBatch":{"results":[{"index":0,"dog":{"name":"Rex"},"errors":null},{"index":1,"dog":null,"errors":[{"code":"DOG_NOT_FOUND"}]},{"index":2,"dog":{"name":"Ace"},"errors":null}],"errors":null}}}""",
        await AskAsync("""mutation { feedDogBatch(input: {items: [{name: "Rex"}, {name: "Tom"}, {name: "Ace"}]}) { results { index dog { name } errors { ... on Error { code } } } errors { __typename } } }"""));

    [Fact]
    public async Task The_form_for_one_is_a_list_of_one()
    {
        Assert.Equal("""{"data":{"feedDog":{"dog":{"name":"Rex"},"errors":null}}}""", await AskAsync("""mutation { feedDog(input: {name: "Rex"}) { dog { name } errors { __typename } } }"""));
        Assert.Equal(
            """{"data":{"feedDog":{"dog":null,"errors":[{"code":"DOG_NOT_FOUND"}]}}}""",
            await AskAsync("""mutation { feedDog(input: {name: "Tom"}) { dog { name } errors { ... on Error { code } } } }"""));
    }

    [Fact]
    public async Task A_list_that_is_refused_as_such_has_no_results() => Assert.Equal(
        """{"data":{"feedDogBatch":{"results":null,"errors":[{"code":"DOG_NOT_FOUND"}]}}}""",
        await AskAsync("""mutation { feedDogBatch(input: {items: [{name: "Rex"}], hungry: false}) { results { index } errors { ... on Error { code } } } }"""));

    [Fact]
    public async Task An_empty_list_has_no_results() =>
        Assert.Equal("""{"data":{"countDogs":{"results":[]}}}""", await AskAsync("mutation { countDogs(input: {items: []}) { results { index } } }"));

    [Fact]
    public async Task A_refusal_of_an_item_that_is_not_declared_is_an_error_of_the_field_with_its_code() => Assert.Contains(
        "\"code\":\"DOG_NOT_FOUND\"", await AskAsync("""mutation { countDogs(input: {items: [{name: "Tom"}]}) { results { index } } }"""));

    [Fact]
    public async Task Without_the_role_nothing_is_called() =>
        Assert.Contains("feedDogBatch needs the role keeper", await AskAsync("""mutation { feedDogBatch(input: {items: []}) { results { index } } }""", role: "visitor"));

    private static async Task<string> AskAsync(string document, string role = "keeper")
    {
        var executor = new RequestExecutor(Schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        await using var provider = new ServiceCollection().AddScoped(_ => new Caller(wanted => wanted == role)).BuildServiceProvider();
        var result = await executor.ExecuteAsync(new GraphQLRequest { Query = document }, provider, CancellationToken.None);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>A dog.</summary>
    public sealed record Dog(string Name);

    /// <summary>What to feed.</summary>
    public sealed record FeedDogInput(string Name);

    /// <summary>What to count.</summary>
    public sealed record DogInput(string Name);

    /// <summary>There is no such dog.</summary>
    public sealed class DogNotFoundError(string name) : Refusal("DOG_NOT_FOUND", $"There is no dog {name}; there are Rex and Ace.");

    /// <summary>Feeds a dog.</summary>
    [RequiresRole("keeper"), Refuses<DogNotFoundError>]
    public sealed class FeedDog
    {
        public static Task<IReadOnlyList<ItemResult<Dog>>> ExecuteAsync(IReadOnlyList<FeedDogInput> items, bool hungry = true) => Task.FromResult<IReadOnlyList<ItemResult<Dog>>>(
            [.. items.Select(item => hungry ? Find(item.Name) : throw new DogNotFoundError(item.Name).AsException())]);
    }

    /// <summary>Counts dogs.</summary>
    [OnlyInLists]
    public sealed class CountDogs
    {
        public static IReadOnlyList<ItemResult<Dog>> ExecuteAsync(IReadOnlyList<DogInput> items) => [.. items.Select(item => Find(item.Name))];
    }

    private static ItemResult<Dog> Find(string name) =>
        name is "Rex" or "Ace" ? ItemResult<Dog>.Of(new Dog(name)) : ItemResult<Dog>.Refused([new DogNotFoundError(name)]);
}
