namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>The names under which the library tells what it does, for OpenTelemetry and its like. Nothing is measured while nobody listens.</summary>
/// <remarks>
/// Names and attributes follow the semantic conventions of OpenTelemetry for GraphQL servers and database clients, where these have one. Values of
/// variables are never told, and of a document only its hash.
/// </remarks>
public static class GraphQLDiagnostics
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/>: spans for the request, its phases (parse, validate, coerce, plan, execute), steps and statements.</summary>
    public const string ActivitySourceName = "Bookkeeping.GraphQL";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/>: its instruments begin with <c>graphql.server.</c> and <c>db.client.</c></summary>
    public const string MeterName = "Bookkeeping.GraphQL";
}
