using System.Text;
using Bookkeeping.GraphQL.Language;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Attacks;

/// <summary>Documents made to be expensive.</summary>
[Collection(nameof(Attacks))]
public sealed class DocumentAttackTests(AttackedServer server, ITestOutputHelper output)
{
    [Fact]
    public Task Ten_thousand_aliases() => Send($"{{ {Repeat(10_000, i => $"a{i}: __typename ")} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "fields|tokens");

    [Fact]
    public Task As_many_aliases_as_fields_are_allowed() => Send($"{{ {Repeat(2_000, i => $"a{i}: __typename ")} }}").IsRefusedAsync(null, "more aliases than the 100");

    [Fact]
    public Task A_hundred_aliases_of_an_expensive_list() =>
        Send($"{{ {Repeat(100, i => $"a{i}: runs(first: 1000) {{ nodes {{ runNumber detectors {{ detector {{ name }} }} }} }} ")} }}").IsRefusedAsync(ErrorCodes.OperationTooLarge);

    [Fact]
    public Task Ten_thousand_repeated_fields() => Send($"{{ {Repeat(10_000, _ => "__typename ")} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "fields");

    [Fact]
    public async Task As_many_repeated_fields_as_are_allowed() => await Send($"{{ {Repeat(2_048, _ => "__typename ")} }}").SucceedsAsync();

    [Fact]
    public Task Repeated_fields_that_overlap_below() =>
        Send($"{{ {Repeat(500, _ => "fills { nodes { fillNumber } } ")} }}").SucceedsAsync();

    [Fact]
    public Task Fragments_that_all_overlap() =>
        Send($"{{ runs {{ nodes {{ {Repeat(300, i => $"...f{i} ")} }} }} }} {Repeat(300, i => $"fragment f{i} on Run {{ runNumber fill {{ fillNumber runs {{ totalCount }} }} }} ")}").SucceedsAsync();

    [Fact]
    public Task Fragments_that_double_what_is_below_them() =>
        Send($"{{ runs {{ nodes {{ ...f0 }} }} }} {Repeat(30, i => $"fragment f{i} on Run {{ ...f{i + 1} ...f{i + 1} a: runNumber ...f{i + 1} }} ")} fragment f30 on Run {{ runNumber }}").SucceedsAsync();

    [Fact]
    public Task Fragments_that_double_what_is_below_their_fields() =>
        Send($"{{ runs {{ nodes {{ ...f0 }} }} }} {Repeat(30, i => $"fragment f{i} on Run {{ fill {{ runs {{ nodes {{ ...f{i + 1} }} }} }} environment {{ runs {{ nodes {{ ...f{i + 1} }} }} }} }} ")} fragment f30 on Run {{ runNumber }}")
            .IsRefusedAsync(null, "nest deeper than the 20");

    [Fact]
    public Task Fragments_within_the_allowed_depth_that_multiply() =>
        Send($"{{ runs {{ nodes {{ ...f0 }} }} }} {Repeat(5, i => $"fragment f{i} on Run {{ {Repeat(10, j => $"a{i}x{j}: fill {{ runs {{ nodes {{ ...f{i + 1} }} }} }} ")} }} ")} fragment f5 on Run {{ runNumber }}")
            .IsRefusedAsync(ErrorCodes.OperationTooLarge);

    [Fact]
    public Task Fragments_in_a_circle() =>
        Send($"{{ runs {{ nodes {{ ...f0 }} }} }} {Repeat(1_000, i => $"fragment f{i} on Run {{ runNumber ...f{(i + 1) % 1_000} }} ")}").IsRefusedAsync(null, "f0|itself|circle|cycle");

    [Fact]
    public Task Fragments_in_a_long_chain() =>
        Send($"{{ runs {{ nodes {{ ...f0 }} }} }} {Repeat(2_000, i => $"fragment f{i} on Run {{ ...f{i + 1} }} ")} fragment f2000 on Run {{ runNumber }}").SucceedsAsync();

    [Theory]
    [InlineData("{ runs ", "}")]
    [InlineData("{", "}")]
    [InlineData("[", "]")]
    [InlineData("{ runs(where: {and: ", "")]
    [InlineData("query($a: ", "")]
    [InlineData("(", ")")]
    public Task Fifty_thousand_nested_brackets(string open, string close) =>
        Send(Repeat(50_000, _ => open) + Repeat(50_000, _ => close)).IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{and: ", "}")]
    public Task Fifty_thousand_nested_brackets_in_a_value(string open, string close) =>
        Send($"{{ runs(where: {Repeat(50_000, _ => open)}1{Repeat(50_000, _ => close)}) {{ totalCount }} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Fact]
    public Task A_type_of_fifty_thousand_lists() =>
        Send($"query($a: {Repeat(50_000, _ => "[")}Int{Repeat(50_000, _ => "]")}) {{ __typename }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Fact]
    public Task A_string_of_a_megabyte() =>
        Send($"{{ run(runNumber: \"{new string('x', 1_000_000)}\") {{ id }} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "characters");

    [Fact]
    public Task A_string_that_is_as_long_as_a_document_may_be() =>
        Send($"{{ runs(where: {{lhcPeriod: {{name: {{eq: \"{new string('x', 260_000)}\"}}}}}}) {{ totalCount }} }}").IsHandledAsync();

    [Fact]
    public Task A_block_string_of_a_hundred_thousand_lines() =>
        Send($"{{ runs(where: {{lhcPeriod: {{name: {{eq: \"\"\"{Repeat(100_000, _ => " \n")}\"\"\"}}}}}}) {{ totalCount }} }}").IsHandledAsync();

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("e5")]
    public Task A_number_of_a_quarter_of_a_million_digits(string end) =>
        Send($"{{ run(runNumber: {new string('9', 250_000)}{end}) {{ id }} }}").IsRefusedAsync(null, "Int");

    [Fact]
    public Task A_thousand_directives_in_one_place() =>
        Send($"{{ __typename {Repeat(1_000, _ => "@skip(if: false) ")} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "directives");

    [Fact]
    public Task A_thousand_directives_in_one_operation() =>
        Send($"{{ {Repeat(1_000, i => "__typename @skip(if: false) ")} }}").IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "directives");

    [Theory]
    [InlineData("fields { type {", "} }")]
    [InlineData("possibleTypes { interfaces {", "} }")]
    [InlineData("inputFields { type {", "} }")]
    [InlineData("fields { args { type { inputFields { type {", "} } } } }")]
    public Task Introspection_that_multiplies(string open, string close) =>
        Send($"{{ __schema {{ types {{ {Repeat(3, _ => open)} name {Repeat(3, _ => close)} }} }} }}").IsRefusedAsync(ErrorCodes.IntrospectionTooLarge);

    [Fact]
    public Task Introspection_that_multiplies_through_fragments() =>
        Send($"{{ __schema {{ types {{ ...f0 }} }} }} {Repeat(5, i => $"fragment f{i} on __Type {{ fields {{ type {{ ...f{i + 1} }} args {{ type {{ ...f{i + 1} }} }} }} }} ")} fragment f5 on __Type {{ name }}")
            .IsRefusedAsync(ErrorCodes.IntrospectionTooLarge);

    [Fact]
    public Task Introspection_a_hundred_times() =>
        Send($"{{ {Repeat(100, i => $"a{i}: __schema {{ types {{ fields {{ args {{ type {{ name }} }} }} }} }} ")} }}").IsRefusedAsync(ErrorCodes.IntrospectionTooLarge);

    [Fact]
    public async Task Introspection_as_often_as_is_allowed()
    {
        var type = "type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
        var schema = $"types {{ kind name description fields {{ name description args {{ name description {type} defaultValue }} {type} }} inputFields {{ name description {type} defaultValue }} interfaces {{ name }} enumValues {{ name }} possibleTypes {{ name }} }}";

        var answer = await Send($"{{ {Repeat(10, i => $"a{i}: __schema {{ {schema} }} ")} }}");

        Assert.NotEqual(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public Task Comments_and_commas_alone() => Send(new string(',', 260_000)).IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Fact]
    public Task Thousands_of_operations() => Send(Repeat(3_000, i => $"query q{i} {{ __typename }} ")).IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    private Task<HttpResponseMessage> Send(string document) => server.IsAnsweredQuicklyAsync(output, document);

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }
}
