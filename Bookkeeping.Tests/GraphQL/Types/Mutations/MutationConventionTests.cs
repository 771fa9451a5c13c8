using System.Buffers;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.Tests.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Types.Mutations;

/// <summary>A mutation is a class: its input, its payload, its refusals and its role.</summary>
public sealed class MutationConventionTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType(typeof(Queries))
        .AddMutation(typeof(FeedCat))
        .AddMutation(typeof(CountCats))
        .Build();

    [Fact]
    public void A_class_becomes_a_field_with_one_input_and_a_payload()
    {
        Assert.Equal(["feedCat(input: FeedCatInput!): FeedCatPayload!", "countCats(input: CountCatsInput!): CountCatsPayload!"], Schema.Fields("Mutation"));
        Assert.Equal(["name: String!", "grams: Int! = 100", "treat: String"], Schema.Fields("FeedCatInput"));
        Assert.Equal(["cat: Cat", "errors: [FeedCatError!]"], Schema.Fields("FeedCatPayload"));
        Assert.Equal(["CatIsFullError", "CatNotFoundError"], Schema.Fields("FeedCatError"));
    }

    [Fact]
    public void Refusals_have_a_message_a_code_and_what_their_class_adds()
    {
        Assert.Equal(["message: String!", "code: String!"], Schema.Fields("Error"));
        Assert.Equal(["message: String!", "code: String!", "grams: Int!"], Schema.Fields("CatIsFullError"));
        Assert.Equal(["CatIsFullError", "CatNotFoundError"], Schema.PossibleTypes(Schema.FindType("Error")!).Select(type => type.Name).Order());
    }

    [Fact]
    public void A_mutation_that_declares_no_refusal_has_no_errors() => Assert.Equal(["int: Int"], Schema.Fields("CountCatsPayload"));

    [Fact]
    public void The_description_ends_with_the_roles() =>
        Assert.Equal("Feeds a cat.\n\nNeeds the role `keeper` or `owner`.", Schema.Field("Mutation", "feedCat").Description);

    [Fact]
    public async Task The_result_comes_with_errors_that_are_null() => Assert.Equal(
        """{"data":{"feedCat":{"cat":{"name":"Tom","eaten":100},"errors":null}}}""",
        await AskAsync("""mutation { feedCat(input: {name: "Tom"}) { cat { name eaten } errors { __typename } } }"""));

    [Fact]
    public async Task What_is_left_out_is_told_from_null()
    {
        Assert.Equal("""{"data":{"feedCat":{"cat":{"treat":"(as before)"}}}}""", await AskAsync("""mutation { feedCat(input: {name: "Tom"}) { cat { treat } } }"""));
        Assert.Equal("""{"data":{"feedCat":{"cat":{"treat":null}}}}""", await AskAsync("""mutation { feedCat(input: {name: "Tom", treat: null}) { cat { treat } } }"""));
        Assert.Equal("""{"data":{"feedCat":{"cat":{"treat":"fish"}}}}""", await AskAsync("""mutation { feedCat(input: {name: "Tom", treat: "fish"}) { cat { treat } } }"""));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_payload_and_is_no_error_of_the_request() => Assert.Equal(
        """{"data":{"feedCat":{"cat":null,"errors":[{"__typename":"CatNotFoundError","code":"CAT_NOT_FOUND","message":"There is no cat Jerry; there is Tom."}]}}}""",
        await AskAsync("""mutation { feedCat(input: {name: "Jerry"}) { cat { name } errors { __typename ... on Error { code message } } } }"""));

    [Fact]
    public async Task Several_refusals_come_together() => Assert.Equal(
        """{"data":{"feedCat":{"errors":[{"code":"CAT_NOT_FOUND"},{"code":"CAT_IS_FULL","grams":500}]}}}""",
        await AskAsync("""mutation { feedCat(input: {name: "Jerry", grams: 500}) { errors { ... on Error { code } ... on CatIsFullError { grams } } } }"""));

    [Fact]
    public async Task A_refusal_that_is_not_declared_is_an_error_of_the_field_with_its_code()
    {
        var answer = JsonNode.Parse(await AskAsync("mutation { countCats(input: {refuse: true}) { int } }"))!;
        Assert.Null(answer["data"]);
        Assert.Equal("CAT_NOT_FOUND", (string)answer["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_is_an_error_of_the_field()
    {
        var answer = JsonNode.Parse(await AskAsync("mutation { countCats(input: {refuse: false}) { int } }"))!;
        Assert.Null(answer["data"]);
        Assert.Equal("INTERNAL", (string)answer["errors"]![0]!["extensions"]!["code"]!);
    }

    [Theory]
    [InlineData("visitor"), InlineData(null)]
    public async Task Without_the_role_the_method_is_not_called(string? role)
    {
        var answer = JsonNode.Parse(await AskAsync("""mutation { feedCat(input: {name: "Jerry"}) { errors { __typename } } }""", role))!;
        Assert.Equal("AUTH_NOT_AUTHORIZED", (string)answer["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal("feedCat needs the role keeper or owner, which you do not have. Nothing was changed.", (string)answer["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task One_of_the_roles_is_enough() =>
        Assert.StartsWith("""{"data":{"feedCat":{"cat":{""", await AskAsync("""mutation { feedCat(input: {name: "Tom"}) { cat { name } } }""", "owner"));

    [Theory]
    [InlineData(typeof(NoMethod), "NoMethod: a mutation has one public method ExecuteAsync, which takes its input and returns its result.")]
    [InlineData(typeof(TwoArguments), "TwoArguments: ExecuteAsync takes one argument of a client: an object called input, of a class TwoArgumentsInput; or a list called items, and gives an ItemResult for each.")]
    public void A_class_that_is_no_mutation_is_refused_at_the_start(Type type, string message)
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType(typeof(Queries)).AddMutation(type).Build());
        Assert.Contains(message, error.Errors.Select(e => e.Message));
    }

    private static async Task<string> AskAsync(string document, string? role = "keeper")
    {
        var executor = new RequestExecutor(Schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var services = new ServiceCollection();
        if (role is not null) services.AddScoped(_ => new Caller(wanted => wanted == role));
        await using var provider = services.BuildServiceProvider();
        var result = await executor.ExecuteAsync(new GraphQLRequest { Query = document }, provider, CancellationToken.None);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static class Queries
    {
        public static int Cats() => 1;
    }

    /// <summary>A cat.</summary>
    public sealed record Cat(string Name, int Eaten, string? Treat);

    /// <summary>What to feed.</summary>
    public sealed record FeedCatInput(string Name, int Grams = 100, Optional<string?> Treat = default);

    /// <summary>There is no such cat.</summary>
    public sealed class CatNotFoundError(string name) : Refusal("CAT_NOT_FOUND", $"There is no cat {name}; there is Tom.");

    /// <summary>The cat has had enough.</summary>
    public sealed class CatIsFullError(int grams) : Refusal("CAT_IS_FULL", $"{grams} g are too much; 200 are possible.")
    {
        /// <summary>What was asked for.</summary>
        public int Grams { get; } = grams;
    }

    /// <summary>Feeds a cat.</summary>
    [RequiresRole("keeper", "owner"), Refuses<CatNotFoundError>, Refuses<CatIsFullError>]
    public sealed class FeedCat
    {
        public static Task<Cat> ExecuteAsync(FeedCatInput input)
        {
            List<Refusal> refusals = [];
            if (input.Name != "Tom") refusals.Add(new CatNotFoundError(input.Name));
            if (input.Grams > 200) refusals.Add(new CatIsFullError(input.Grams));
            if (refusals.Count > 0) throw new RefusalException(refusals);
            return Task.FromResult(new Cat(input.Name, input.Grams, input.Treat.Or("(as before)")));
        }
    }

    public sealed record CountCatsInput(bool Refuse);

    public sealed class CountCats
    {
        public static Task<int> ExecuteAsync(CountCatsInput input) =>
            throw (input.Refuse ? new CatNotFoundError("Felix").AsException() : new InvalidOperationException("broken"));
    }

    public sealed class NoMethod;

    public sealed class TwoArguments
    {
        public static int ExecuteAsync(CountCatsInput input, int more) => input.Refuse ? more : 0;
    }
}
