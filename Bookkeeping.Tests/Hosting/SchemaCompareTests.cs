using Bookkeeping.Api.Hosting;

namespace Bookkeeping.Tests.Hosting;

public sealed class SchemaCompareTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task What_breaks_clients_is_listed_first_and_fails_the_command()
    {
        var (code, output, _) = await RunAsync(
            "type Query { a: E b: Int c: Int @deprecated } enum E { A }",
            "type Query { a: E } enum E { A B }");
        Assert.Equal(1, code);
        Assert.Equal(
            ["breaks: `Query.b` was removed.", "breaks, as announced: `Query.c` was removed.", "may surprise: `E` has the new value `B`."],
            output.Where(line => !line.Contains("Int", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_announced_by_a_deprecation_does_not_fail_the_command()
    {
        var (code, output, _) = await RunAsync("type Query { a: Int c: Int @deprecated }", "type Query { a: Int }");
        Assert.Equal((0, "breaks, as announced: `Query.c` was removed."), (code, Assert.Single(output)));
    }

    [Fact]
    public async Task The_same_schema_has_nothing_that_clients_could_notice()
    {
        var (code, output, _) = await RunAsync("type Query { a: Int }", "\"described\" type Query { a: Int }");
        Assert.Equal((0, "Nothing that clients could notice."), (code, Assert.Single(output)));
    }

    [Theory]
    [InlineData("type Query {", "old.graphql: ")]
    [InlineData("type Query { a: Unknown }", "old.graphql: The schema is invalid:")]
    public async Task A_file_that_is_no_schema_is_told(string old, string message)
    {
        var (code, _, errors) = await RunAsync(old, "type Query { a: Int }");
        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told()
    {
        using var errors = new StringWriter();
        Assert.Equal(2, await SchemaCompare.RunAsync([Path.Combine(folder.FullName, "missing.graphql"), "other"], TextWriter.Null, errors));
        Assert.Contains("missing.graphql", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await SchemaCompare.RunAsync(["one"], TextWriter.Null, errors));
        Assert.Contains("usage: schema compare OLD NEW", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, IReadOnlyList<string> Output, string Errors)> RunAsync(string old, string current)
    {
        string[] files = [Path.Combine(folder.FullName, "old.graphql"), Path.Combine(folder.FullName, "new.graphql")];
        await File.WriteAllTextAsync(files[0], old);
        await File.WriteAllTextAsync(files[1], current);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await SchemaCompare.RunAsync(files, output, errors);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }
}
