using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of the operations that a schema offers.</summary>
internal static class OperationChanges
{
    /// <summary>Adds the operations that are not offered any more. A root type of another name is no change of its own: what names it finds the type gone.</summary>
    public static void Find(Schema old, Schema current, List<SchemaChange> changes)
    {
        foreach (var operation in Enum.GetValues<OperationKind>())
        {
            if (old.RootType(operation) is not { } root || current.RootType(operation) is not null) continue;
            changes.Add(new(SchemaChangeKind.OperationRemoved, root.Name, $"The schema offers no {operation.ToString().ToLowerInvariant()} any more; it was rooted in `{root}`."));
        }
    }
}
