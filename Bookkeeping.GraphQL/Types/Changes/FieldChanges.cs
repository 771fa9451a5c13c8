namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of one field of an object type or interface.</summary>
internal static class FieldChanges
{
    /// <summary>Adds the changes of a field's type and arguments.</summary>
    public static void Find(string coordinate, Field old, Field current, List<SchemaChange> changes)
    {
        if (!TypeChange.IsSafeForOutput(old.Type, current.Type))
            changes.Add(new(SchemaChangeKind.FieldTypeChanged, coordinate, $"`{coordinate}` was of type `{old.Type}` and is of type `{current.Type}`."));
        foreach (var argument in old.Arguments)
        {
            var place = $"{coordinate}({argument.Name}:)";
            if (!current.Arguments.TryGet(argument.Name, out var counterpart))
                changes.Add(TypeChanges.Removal(SchemaChangeKind.ArgumentRemoved, place, argument));
            else
                InputChanges.Find(place, argument, counterpart, SchemaChangeKind.ArgumentTypeChanged, SchemaChangeKind.ArgumentDefaultChanged, changes);
        }

        foreach (var argument in current.Arguments.Where(argument => !old.Arguments.Contains(argument.Name)))
        {
            changes.Add(argument.IsRequired
                ? new(SchemaChangeKind.RequiredArgumentAdded, $"{coordinate}({argument.Name}:)", $"`{coordinate}` needs the new argument `{argument.Name}`.")
                : new(SchemaChangeKind.OptionalArgumentAdded, $"{coordinate}({argument.Name}:)", $"`{coordinate}` takes the new argument `{argument.Name}`."));
        }
    }
}
