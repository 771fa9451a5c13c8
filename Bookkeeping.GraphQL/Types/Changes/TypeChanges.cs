namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of one type.</summary>
internal static class TypeChanges
{
    /// <summary>Adds the changes between a type and the type of its name that takes its place.</summary>
    public static void Find(NamedType old, NamedType current, List<SchemaChange> changes)
    {
        switch (old, current)
        {
            case (EnumType a, EnumType b): FindValues(a, b, changes); break;
            case (UnionType a, UnionType b): FindMembers(a, b, changes); break;
            case (InputObjectType a, InputObjectType b): InputChanges.Find(a, b, changes); break;
            case (ObjectType a, ObjectType b): FindFields(a, b, changes); break;
            case (InterfaceType a, InterfaceType b): FindFields(a, b, changes); break;
            case (ScalarType, ScalarType): break;
            default: changes.Add(new(SchemaChangeKind.TypeKindChanged, old.Name, $"`{old}` was {KindOf(old)} and is {KindOf(current)}.")); break;
        }
    }

    private static void FindValues(EnumType old, EnumType current, List<SchemaChange> changes)
    {
        foreach (var value in old.Values.Where(value => !current.Values.Contains(value.Name)))
            changes.Add(Removal(SchemaChangeKind.EnumValueRemoved, $"{old}.{value.Name}", value));
        foreach (var value in current.Values.Where(value => !old.Values.Contains(value.Name)))
            changes.Add(new(SchemaChangeKind.EnumValueAdded, $"{old}.{value.Name}", $"`{old}` has the new value `{value.Name}`."));
    }

    private static void FindMembers(UnionType old, UnionType current, List<SchemaChange> changes)
    {
        foreach (var member in old.Types.ExceptBy(current.Types.Select(type => type.Name), type => type.Name))
            changes.Add(new(SchemaChangeKind.UnionMemberRemoved, old.Name, $"`{member}` is no member of `{old}` any more."));
        foreach (var member in current.Types.ExceptBy(old.Types.Select(type => type.Name), type => type.Name))
            changes.Add(new(SchemaChangeKind.UnionMemberAdded, old.Name, $"`{member}` is a new member of `{old}`."));
    }

    private static void FindFields(FieldsType old, FieldsType current, List<SchemaChange> changes)
    {
        foreach (var contract in old.Interfaces.ExceptBy(current.Interfaces.Select(type => type.Name), type => type.Name))
            changes.Add(new(SchemaChangeKind.InterfaceRemoved, old.Name, $"`{old}` implements `{contract}` no more."));
        foreach (var contract in current.Interfaces.ExceptBy(old.Interfaces.Select(type => type.Name), type => type.Name))
            changes.Add(new(SchemaChangeKind.InterfaceAdded, old.Name, $"`{old}` implements `{contract}` now."));
        foreach (var field in old.Fields)
        {
            var coordinate = $"{old}.{field.Name}";
            if (!current.Fields.TryGet(field.Name, out var counterpart))
                changes.Add(Removal(SchemaChangeKind.FieldRemoved, coordinate, field));
            else
                FieldChanges.Find(coordinate, field, counterpart, changes);
        }
    }

    /// <summary>The removal of a member.</summary>
    public static SchemaChange Removal(SchemaChangeKind kind, string coordinate, Member member) =>
        new(kind, coordinate, $"`{coordinate}` was removed.") { WasDeprecated = member.DeprecationReason is not null };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a scalar",
        EnumType => "an enum",
        ObjectType => "an object type",
        InterfaceType => "an interface",
        UnionType => "a union",
        _ => "an input object",
    };
}
