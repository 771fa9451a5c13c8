namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>Finds what clients of a schema may notice when another takes its place.</summary>
public static class SchemaComparison
{
    /// <summary>Compares two schemas. Descriptions, the order of members and applied directives are of no account.</summary>
    /// <param name="old">The schema that clients know.</param>
    /// <param name="current">The schema that takes its place.</param>
    /// <returns>All changes that break clients or may surprise them, in the order of the old schema; empty when every client can go on as before.</returns>
    /// <remarks>Linear in the size of the schemas.</remarks>
    public static IReadOnlyList<SchemaChange> Compare(Schema old, Schema current)
    {
        var changes = new List<SchemaChange>();
        OperationChanges.Find(old, current, changes);
        foreach (var type in old.Types.Where(type => !IsIntrospection(type)))
        {
            if (current.FindType(type.Name) is { } counterpart) TypeChanges.Find(type, counterpart, changes);
            else changes.Add(new(SchemaChangeKind.TypeRemoved, type.Name, Removed(type)));
        }

        foreach (var directive in old.Directives) DirectiveChanges.Find(directive, current.FindDirective(directive.Name), changes);
        return changes;
    }

    private static bool IsIntrospection(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    private static string Removed(NamedType type) => BuiltInTypes.Contains(type.Name)
        ? $"The built-in scalar `{type.Name}` is gone, for nothing refers to it any more."
        : $"The type `{type.Name}` was removed.";
}
