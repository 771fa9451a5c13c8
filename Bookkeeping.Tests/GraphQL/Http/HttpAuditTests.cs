using System.Text.Json;
using Bookkeeping.Tests.Conformance;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The audits of the package graphql-http, which check a server against the working draft of GraphQL over HTTP.</summary>
public sealed class HttpAuditTests
{
    private const int AuditCount = 61;

    [NodeFact]
    public async Task All_audits_pass()
    {
        await using var server = await SampleServer.StartAsync();

        var outcomes = JsonElement.Parse(await Node.RunAsync("audit-http.mjs", $"{server.Client.BaseAddress}graphql"));

        Assert.Equal(AuditCount, outcomes.GetArrayLength());
        Assert.Empty(outcomes.EnumerateArray().Where(o => o.GetProperty("status").GetString() != "ok").Select(o => o.ToString()));
        if (Corpus.Missing is null) Assert.Equal(Ids(Corpus.Load(Corpus.HttpAudits).GetProperty("cases")), Ids(outcomes));
    }

    private static IEnumerable<string> Ids(JsonElement audits) => audits.EnumerateArray().Select(audit => audit.GetProperty("id").GetString()!).Order();
}
