namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>A document defines the schema at most once, and not at all when it extends one that has root types.</summary>
/// <remarks>Source: GraphQL, September 2025, "Schema" ("Root Operation Types").</remarks>
internal static class LoneSchemaDefinition
{
    /// <summary>Reports every definition too many.</summary>
    public static void Check(SdlContext context)
    {
        var isDefined = context.Extended is { } schema && (schema.SyntaxNodes.Count > 0 || HasRoot(schema));
        var definitions = context.SchemaNodes.Where(node => !node.IsExtension).ToList();
        foreach (var definition in isDefined ? definitions : definitions.Skip(1))
        {
            context.Report(isDefined ? "The schema is defined already; use `extend schema`." : "The schema can be defined only once.", definition);
        }
    }

    private static bool HasRoot(Schema schema) => (schema.QueryType ?? schema.MutationType ?? schema.SubscriptionType) is not null;
}
