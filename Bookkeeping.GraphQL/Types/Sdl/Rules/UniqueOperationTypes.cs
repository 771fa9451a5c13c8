using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Each operation has at most one root type.</summary>
/// <remarks>Source: GraphQL, September 2025, "Root Operation Types" and "Schema Extension".</remarks>
internal static class UniqueOperationTypes
{
    /// <summary>Reports every root type too many.</summary>
    public static void Check(SdlContext context)
    {
        var known = new Dictionary<OperationKind, OperationTypeNode>();
        foreach (var root in context.SchemaNodes.SelectMany(node => node.OperationTypes))
        {
            var operation = root.Operation.ToString().ToLowerInvariant();
            if (context.Extended?.RootType(root.Operation) is { } existing)
                context.Report($"The schema has a {operation} type already, `{existing.Name}`.", root);
            else if (!known.TryAdd(root.Operation, root))
                context.Report($"The {operation} type can be given only once.", known[root.Operation], root);
        }
    }
}
