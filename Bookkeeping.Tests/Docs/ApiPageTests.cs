using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Docs;

/// <summary>What docs/api.md shows works as it stands: each block is sent to a server with the demonstration data, one after the other.</summary>
public sealed partial class ApiPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Snapshot.RepositoryRoot, "docs", "api.md"));

    [Fact]
    public async Task Every_example_is_carried_out()
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, demo: true);
        foreach (var (query, input) in Examples())
        {
            var variables = new JsonObject { ["input"] = JsonNode.Parse(await CompleteAsync(server, input)) };
            using var response = await server.Client.PostAsJsonAsync("graphql", new JsonObject { ["query"] = query, ["variables"] = variables });
            var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.True(answer["errors"] is null && Refusals(answer["data"]).All(errors => errors is null), $"{query}\n{input}\n{answer}");
        }
    }

    [Fact]
    public void Every_mutation_has_an_example()
    {
        var schema = File.ReadAllText(Path.Combine(Snapshot.RepositoryRoot, "schema.graphql"));
        var mutations = Fields().Matches(Mutations().Match(schema).Value).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("startRun", mutations);
        var shown = Examples().Select(example => Mutation().Match(example.Query).Groups[1].Value).ToHashSet();
        Assert.DoesNotContain(mutations, mutation => !shown.Contains(mutation) && !mutation.EndsWith("Batch", StringComparison.Ordinal));
        Assert.Contains(shown, mutation => mutation.EndsWith("Batch", StringComparison.Ordinal));
    }

    [Fact]
    public void The_shell_s_function_sends_the_query_and_its_input() => Assert.Contains(
        """graphql() { curl -s localhost:5081/graphql -H 'content-type: application/json' -d "$(jq -n --arg q "$1" --argjson v "$2" '{query: $q, variables: {input: $v}}')"; }""", Page, StringComparison.Ordinal);

    // 4711 stands for the last change of the run that the examples are about: how many there were before depends on the demonstration data.
    private static async Task<string> CompleteAsync(ApiServer server, string input)
    {
        if (!input.Contains("4711", StringComparison.Ordinal)) return input;
        var answer = await server.AskAsync("{ run(runNumber: 527976) { history(first: 1) { nodes { position } } } }");
        return input.Replace("4711", answer["data"]!["run"]!["history"]!["nodes"]![0]!["position"]!.ToJsonString(), StringComparison.Ordinal);
    }

    // In single quotes the shell leaves everything as it is.
    private static List<(string Query, string Input)> Examples()
    {
        var examples = Example().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        Assert.Equal(Page.Split("\ngraphql '").Length - 1, examples.Count);
        return examples;
    }

    private static IEnumerable<JsonNode?> Refusals(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == "errors" ? [field.Value] : Refusals(field.Value)),
        JsonArray items => items.SelectMany(Refusals),
        _ => [],
    };

    [GeneratedRegex(@"^graphql '([^']*)' (?:\\\n\s*)?'([^']*)'$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^type Mutation \{.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Mutations();

    [GeneratedRegex(@"^  (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"\{ (\w+)\(input: \$input\)")]
    private static partial Regex Mutation();
}
