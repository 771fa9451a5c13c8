using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>A schema has a query root; the root types are object types, and each serves one operation.</summary>
/// <remarks>Source: GraphQL, September 2025, "Root Operation Types".</remarks>
internal static class RootTypes
{
    /// <summary>Reports every root type that is missing, of the wrong kind, or in use already.</summary>
    public static void Check(SchemaContext context)
    {
        var areObjects = Enum.GetValues<OperationKind>().Where(operation => !ReportWrongKind(context, operation)).ToList();
        if (context.Schema.QueryType is null && areObjects.Contains(OperationKind.Query))
        {
            context.Report(
                "The schema needs a query root: an object type named `Query`, or one named in the schema's definition.",
                context.Schema.SyntaxNodes.FirstOrDefault(node => !node.IsExtension));
        }

        foreach (var operations in areObjects.GroupBy(context.Schema.RootType).Where(group => group.Key is not null && group.Count() > 1))
        {
            context.Report(
                $"`{operations.Key}` can be the root of one operation only, not of {string.Join(" and ", operations.Select(InWords))}.",
                operations.SelectMany(operation => SyntaxPlaces.RootsOf(context.Schema, operation)));
        }
    }

    private static bool ReportWrongKind(SchemaContext context, OperationKind operation)
    {
        var schema = context.Schema;
        if (schema.RootType(operation) is not null) return false;
        var named = SyntaxPlaces.RootsOf(schema, operation).FirstOrDefault();
        if (named is null && schema.SyntaxNodes.Any(node => !node.IsExtension)) return false;
        var type = schema.FindType(named?.Name.Value ?? operation.ToString());
        if (type is null or ObjectType) return false;
        context.Report(
            $"The {InWords(operation)} root must be an object type; `{type}` is none.", named is null ? type.SyntaxNodes.Take(1) : [named]);
        return true;
    }

    private static string InWords(OperationKind operation) => operation.ToString().ToLowerInvariant();
}
