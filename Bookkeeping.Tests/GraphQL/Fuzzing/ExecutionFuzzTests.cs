using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.Tests.GraphQL.Execution;
using Bookkeeping.Tests.GraphQL.Language;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Random documents against random schemas with unreliable resolvers: always an answer, and one that the schema allows.</summary>
public sealed class ExecutionFuzzTests(ITestOutputHelper output)
{
    private static readonly RequestExecutorOptions Generous = new()
    {
        Cost = new CostOptions { EnforceCostLimits = false },
        MaxErrors = int.MaxValue,
        SlowOperationThreshold = TimeSpan.FromMinutes(1),
    };

    [Fact]
    public async Task Every_answer_is_valid_against_its_schema()
    {
        var (rounds, run, failed) = (0, 0, 0);
        await FuzzRun.RoundsAsync(output, 1_500, async random =>
        {
            var (graph, resolvers) = Graph(random);
            var (document, variables) = RandomDocument.Make(graph.Schema, random);
            var answer = await AnswerAsync(graph, document, variables.ToJsonString(), resolvers);
            rounds++;
            if (answer.IsRun) run++;
            if (answer.HasErrors) failed++;
        });

        // Else the rounds would test less than they seem to.
        output.WriteLine($"{run} of {rounds} operations were run, {failed} answers have errors");
        Assert.InRange(run, rounds * 60 / 100, rounds * 99 / 100);
        Assert.InRange(failed, rounds / 4, rounds * 95 / 100);
    }

    [Fact]
    public async Task Documents_changed_at_random_are_refused_or_answered_validly()
    {
        var (rounds, run) = (0, 0);
        await FuzzRun.RoundsAsync(output, 1_500, async random =>
        {
            var (graph, resolvers) = Graph(random);
            var (document, variables) = RandomDocument.Make(graph.Schema, random);
            document = FuzzText.Mutate(document, "{}()[]:$!@.\"x 0#|", random, maxChanges: 1);
            if (!document.Contains("Main", StringComparison.Ordinal)) return;
            var answer = await AnswerAsync(graph, document, variables.ToJsonString(), resolvers);
            rounds++;
            if (answer.IsRun) run++;
        });
        output.WriteLine($"{run} of {rounds} operations were run");
        Assert.InRange(run, rounds / 100, rounds * 60 / 100);
    }

    private static (TestGraph Graph, RandomResolvers Resolvers) Graph(Random random)
    {
        var graph = new TestGraph(RandomSchema.Make(random)) { Options = Generous };
        var resolvers = new RandomResolvers(random, graph.Schema);
        resolvers.AddTo(graph);
        return (graph, resolvers);
    }

    private static async Task<(bool IsRun, bool HasErrors)> AnswerAsync(TestGraph graph, string document, string variables, RandomResolvers resolvers)
    {
        try
        {
            var answer = (await graph.AskAsync(document, variables, "Main")).Json;
            var isRun = IsGraphQL(document) && new AnswerCheck(graph.Schema, document, JsonDocument.Parse(variables).RootElement).Check(answer);
            Assert.Empty(resolvers.WrongArguments);

            // What resolvers do wrong is told as an invalid operation; any other exception is the library's own.
            Assert.All(graph.Log.Entries, entry => Assert.True(entry.Exception is null or InvalidOperationException, $"{entry.Exception}"));
            return (isRun, answer.TryGetProperty("errors", out _));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{document}\n{variables}", e);
        }
    }

    private static bool IsGraphQL(string document)
    {
        try
        {
            Parser.Parse(document);
            return true;
        }
        catch (RequestErrorException)
        {
            return false;
        }
    }
}
