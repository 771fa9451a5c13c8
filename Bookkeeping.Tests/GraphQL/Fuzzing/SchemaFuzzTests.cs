using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.Tests.GraphQL.Execution;
using Bookkeeping.Tests.GraphQL.Language;
using Bookkeeping.Tests.Kit;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Random schemas: valid ones stay themselves, broken ones are refused with a reason.</summary>
public sealed class SchemaFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_valid_schema_is_found_valid_and_prints_as_itself() => await FuzzRun.RoundsAsync(output, 1_000, random =>
    {
        var sdl = RandomSchema.Make(random);
        var schema = SdlSchemaBuilder.Build(sdl);
        var errors = SchemaValidator.Validate(schema);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors.Select(e => e.Message))}\n{sdl}");
        var printed = SchemaPrinter.Print(schema);
        Assert.Equal(printed, SchemaPrinter.Print(SdlSchemaBuilder.Build(printed)));
        var document = Printer.Print(Parser.Parse(sdl));
        Assert.Equal(document, Printer.Print(Parser.Parse(document)));
        Assert.Equal(printed, SchemaPrinter.Print(SdlSchemaBuilder.Build(document)));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_valid_schema_describes_itself() => await FuzzRun.RoundsAsync(output, 200, async random =>
    {
        var graph = new TestGraph(RandomSchema.Make(random));
        var answer = await graph.AskAsync(IntrospectionQuery.Text);
        Assert.Empty(answer.Errors);
        var types = answer.Json.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray().Select(t => t.GetProperty("name").GetString());
        Assert.Equal(graph.Schema.Types.Select(t => t.Name).Order(), types.Order());
    });

    [Fact]
    public async Task A_schema_changed_at_random_is_valid_or_refused_with_reasons()
    {
        var (valid, refused) = (0, 0);
        await FuzzRun.RoundsAsync(output, 4_000, random =>
        {
            var sdl = FuzzText.Mutate(RandomSchema.Make(random), "{}()[]:=&|!@\"OINEU01 ", random);
            try
            {
                var schema = SdlSchemaBuilder.Build(sdl);
                var errors = SchemaValidator.Validate(schema);
                if (errors.Count == 0) AssertPrints(schema);
                _ = errors.Count == 0 ? valid++ : refused++;
                Assert.All(errors, error => Assert.NotEmpty(error.Message));
            }
            catch (Exception e) when (e is RequestErrorException or SchemaException)
            {
                refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(sdl, e);
            }

            return Task.CompletedTask;
        });
        output.WriteLine($"{valid} valid, {refused} refused");
        Assert.InRange(valid, 100, int.MaxValue);
        Assert.InRange(refused, 100, int.MaxValue);
    }

    private static void AssertPrints(Schema schema)
    {
        var printed = SchemaPrinter.Print(schema);
        Assert.Equal(printed, SchemaPrinter.Print(SdlSchemaBuilder.Build(printed)));
    }
}
