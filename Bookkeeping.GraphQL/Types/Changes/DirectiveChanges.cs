namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of one directive.</summary>
internal static class DirectiveChanges
{
    /// <summary>Adds the changes between a directive and the one of its name that takes its place.</summary>
    public static void Find(DirectiveType old, DirectiveType? current, List<SchemaChange> changes)
    {
        var coordinate = $"@{old.Name}";
        if (current is null)
        {
            changes.Add(new(SchemaChangeKind.DirectiveRemoved, coordinate, $"The directive `{coordinate}` was removed."));
            return;
        }

        FindArguments(coordinate, old, current, changes);
        if (old.IsRepeatable && !current.IsRepeatable)
            changes.Add(new(SchemaChangeKind.DirectiveRepetitionRemoved, coordinate, $"`{coordinate}` can stand only once in one place now."));
        foreach (var location in old.Locations.Except(current.Locations))
            changes.Add(new(SchemaChangeKind.DirectiveLocationRemoved, coordinate, $"`{coordinate}` cannot stand on {location} any more."));
    }

    private static void FindArguments(string coordinate, DirectiveType old, DirectiveType current, List<SchemaChange> changes)
    {
        foreach (var argument in old.Arguments)
        {
            var place = $"{coordinate}({argument.Name}:)";
            if (!current.Arguments.TryGet(argument.Name, out var counterpart))
                changes.Add(TypeChanges.Removal(SchemaChangeKind.DirectiveArgumentRemoved, place, argument));
            else
                InputChanges.Find(place, argument, counterpart, SchemaChangeKind.DirectiveArgumentTypeChanged, null, changes);
        }

        foreach (var argument in current.Arguments.Where(argument => argument.IsRequired && !old.Arguments.Contains(argument.Name)))
        {
            changes.Add(new(
                SchemaChangeKind.RequiredDirectiveArgumentAdded, $"{coordinate}({argument.Name}:)", $"`{coordinate}` needs the new argument `{argument.Name}`."));
        }
    }
}
