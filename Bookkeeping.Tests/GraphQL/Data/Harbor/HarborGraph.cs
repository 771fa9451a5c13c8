using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Data.Harbor;

/// <summary>A graph over a database of ships.</summary>
internal sealed class HarborGraph
{
    /// <summary>The present: 2030-01-01.</summary>
    public static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly HarborDatabase database;
    private readonly RequestExecutor executor;

    public HarborGraph(HarborDatabase database, DataOptions? options = null, IMeterFactory? meters = null)
    {
        this.database = database;
        using var context = database.Open();
        var schema = new SchemaBuilder().AddEntityFramework<HarborDb>(context.Model, options).AddQueryType(typeof(HarborQueries)).Build();
        var limits = new RequestExecutorOptions { IncludeExceptionDetails = true, Cost = new CostOptions { EnforceCostLimits = false } };
        executor = new RequestExecutor(schema, limits, NullLogger<RequestExecutor>.Instance, TimeProvider.System, meters);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => executor.Schema;

    /// <summary>The present of the next request; <see cref="Now"/> unless told otherwise.</summary>
    public DateTimeOffset Present { get; set; } = Now;

    /// <summary>The statements of the last request.</summary>
    public IReadOnlyList<string> Statements { get; private set; } = [];

    /// <summary>Answers a query.</summary>
    public async Task<JsonObject> AskAsync(string query, object? variables = null)
    {
        using var context = database.Open();
        var services = new ServiceCollection().AddSingleton(context).AddSingleton<TimeProvider>(new StoppedClock(Present)).BuildServiceProvider();
        database.Log.Clear();
        var request = new GraphQLRequest { Query = query, Variables = JsonSerializer.SerializeToElement(variables ?? new { }) };
        var result = await executor.ExecuteAsync(request, services, CancellationToken.None);
        Statements = [.. database.Log.Statements];
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        return JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
    }

    /// <summary>The data of a query that has no errors, as JSON.</summary>
    public async Task<string> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.Null(answer["errors"]?.ToJsonString());
        return answer["data"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>The one error of a query.</summary>
    public async Task<JsonObject> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        return Assert.Single(answer["errors"]?.AsArray() ?? throw new InvalidOperationException(answer.ToJsonString()))!.AsObject();
    }

    private sealed class StoppedClock(DateTimeOffset present) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => present;
    }
}
