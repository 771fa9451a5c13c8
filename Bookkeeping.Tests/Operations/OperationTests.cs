using System.Text.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Demo;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Operations;

/// <summary>
/// Queries over the demonstration data. A case is a few files: <c>name.graphql</c>, perhaps <c>name.variables.json</c>, its whole answer in
/// <c>name.json</c>, and the statements it sends in <c>name.sqlite.sql</c> and <c>name.postgres.sql</c>.
/// </summary>
public sealed class OperationTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly string Folder = Path.Combine(Snapshot.RepositoryRoot, "Bookkeeping.Tests", "Operations");

    public static IEnumerable<object[]> Cases => Documents().Select(name => new object[] { name });

    [OnBothDatabases, MemberData(nameof(Cases))]
    public async Task Answers_and_sends_what_its_files_say(DatabaseKind kind, string name)
    {
        var database = await databases.Of(kind, d => DemoData.LoadIfEmptyAsync(d.Address, TimeProvider.System, CancellationToken.None));
        var graph = new LogbookGraph(database);

        var answer = await graph.AskAsync(File.ReadAllText(Of(name, ".graphql")), Variables(name));

        Snapshot.Match(LogbookGraph.Spell(answer), Of(name, ".json"));
        var ending = kind == DatabaseKind.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        Snapshot.Match(string.Join("\n\n", graph.Statements), Of(name, ending));
    }

    [Fact]
    public void Every_file_belongs_to_a_case()
    {
        string[] endings = [".graphql", ".variables.json", ".json", ".sqlite.sql", ".postgres.sql"];
        var claimed = Documents().SelectMany(name => endings.Select(ending => Of(name, ending))).ToHashSet();

        Assert.Empty(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)).Except(claimed));
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null)).Order(StringComparer.Ordinal);

    private static string Of(string name, string ending) => Path.Combine(Folder, name + ending);

    private static JsonElement Variables(string name) =>
        File.Exists(Of(name, ".variables.json")) ? JsonDocument.Parse(File.ReadAllText(Of(name, ".variables.json"))).RootElement : default;
}
