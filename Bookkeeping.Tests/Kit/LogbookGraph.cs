using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Idempotency;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Kit;

/// <summary>The logbook's graph over a test's database, with the statements it sends and a clock that stands still.</summary>
internal sealed class LogbookGraph
{
    /// <summary>The present: the day after the last record of the demonstration data.</summary>
    public static readonly DateTimeOffset Now = new(2022, 10, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DbContextOptions<BookkeepingDb> options;
    private readonly StatementLog log = new();
    private readonly RequestExecutor executor;
    private readonly WriteGate gate;
    private readonly WriteGroups groups;
    private readonly WaitingLists lists;

    public LogbookGraph(TestDatabase database, params IInterceptor[] interceptors)
    {
        gate = new WriteGate(database.Address);
        lists = new WaitingLists(database.Address);
        var builder = new DbContextOptionsBuilder<BookkeepingDb>();
        database.Address.Configure(builder);
        options = builder.AddInterceptors([log, .. interceptors]).Options;
        groups = new WriteGroups(database.Address, new ContextFactory(options), gate, Options.Create(new GroupCommitOptions()), TimeProvider.System, NullLogger<WriteGroups>.Instance);
        using var db = new BookkeepingDb(options);
        var schema = new SchemaBuilder();
        BookkeepingSchema.Add(schema, db.Model);
        var limits = new RequestExecutorOptions { IncludeExceptionDetails = true, Cost = LogbookCosts.Limits };
        executor = new RequestExecutor(schema.Build(), limits, NullLogger<RequestExecutor>.Instance, TimeProvider.System);
    }

    /// <summary>The present as the next request sees it.</summary>
    public DateTimeOffset Time { get; set; } = Now;

    /// <summary>How long lists of messages may be.</summary>
    public BatchOptions Batches { get; init; } = new();

    /// <summary>What the server remembers of earlier messages.</summary>
    public KnownKeys Known { get; init; } = new();

    /// <summary>The statements of the last request.</summary>
    public IReadOnlyList<string> Statements { get; private set; } = [];

    /// <summary>Answers requests, with services that the caller makes.</summary>
    public RequestExecutor Executor => executor;

    /// <summary>The statements sent since they were forgotten.</summary>
    public IReadOnlyList<string> StatementsSoFar => log.Statements;

    /// <summary>Forgets the statements sent so far.</summary>
    public void ClearStatements() => log.Clear();

    /// <summary>A context of the caller's own, of which the statements are noted.</summary>
    public BookkeepingDb Open() => new(options);

    /// <summary>The services of a request.</summary>
    public ServiceProvider ServicesOf(BookkeepingDb db) => new ServiceCollection()
        .AddSingleton(db).AddSingleton(gate).AddSingleton(groups).AddSingleton(lists).AddSingleton<TimeProvider>(new FixedTime(Time)).AddSingleton<LogbookWriter>().AddSingleton<BatchWriter>().AddSingleton(Options.Create(Batches)).AddSingleton(Known).AddOptions().AddSingleton<RememberedRequests>().AddSingleton<RunLoader>().AddSingleton(new AttachmentStore(Options.Create(new AttachmentOptions()))).AddLogging()
        .AddSingleton(new Caller(_ => true)).AddSingleton(new CurrentPerson(Actor.Anonymous)).BuildServiceProvider();

    /// <summary>The whole answer to a query.</summary>
    public async Task<JsonObject> AskAsync(string query, JsonElement variables = default)
    {
        await using var db = Open();
        await using var services = ServicesOf(db);
        log.Clear();
        var result = await executor.ExecuteAsync(new GraphQLRequest { Query = query, Variables = variables }, services, CancellationToken.None);
        Statements = [.. log.Statements];
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return JsonNode.Parse(output.WrittenSpan)!.AsObject();
    }

    /// <summary>The data of a query that has no errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables is null ? default : JsonSerializer.SerializeToElement(variables));
        Assert.True(answer["errors"] is null, answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The one error of a query.</summary>
    public async Task<JsonNode> ErrorAsync(string query)
    {
        var answer = await AskAsync(query);
        return Assert.Single(answer["errors"]?.AsArray() ?? throw new InvalidOperationException($"No error: {answer.ToJsonString()}"))!;
    }

    /// <summary>JSON as a snapshot holds it.</summary>
    public static string Spell(JsonNode answer) => answer.ToJsonString(Readable);

}
