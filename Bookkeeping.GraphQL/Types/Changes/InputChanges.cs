using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of input objects, and of single arguments and input fields.</summary>
internal static class InputChanges
{
    /// <summary>Adds the changes of an input object.</summary>
    public static void Find(InputObjectType old, InputObjectType current, List<SchemaChange> changes)
    {
        if (current.IsOneOf && !old.IsOneOf)
            changes.Add(new(SchemaChangeKind.OneOfAdded, old.Name, $"`{old}` takes exactly one of its fields now."));
        foreach (var field in old.Fields)
        {
            var place = $"{old}.{field.Name}";
            if (!current.Fields.TryGet(field.Name, out var counterpart))
                changes.Add(TypeChanges.Removal(SchemaChangeKind.FieldRemoved, place, field));
            else
                Find(place, field, counterpart, SchemaChangeKind.FieldTypeChanged, SchemaChangeKind.InputFieldDefaultChanged, changes);
        }

        foreach (var field in current.Fields.Where(field => !old.Fields.Contains(field.Name)))
        {
            changes.Add(field.IsRequired
                ? new(SchemaChangeKind.RequiredInputFieldAdded, $"{old}.{field.Name}", $"`{old}` needs the new field `{field.Name}`.")
                : new(SchemaChangeKind.OptionalInputFieldAdded, $"{old}.{field.Name}", $"`{old}` takes the new field `{field.Name}`."));
        }
    }

    /// <summary>Adds the changes of one argument or input field. A default that is new changes nothing for those who give the value, and what was
    /// meant by giving none was the server's to say; a default that is gone or another does change it.</summary>
    public static void Find(string place, InputValue old, InputValue current, SchemaChangeKind typeChanged, SchemaChangeKind? defaultChanged, List<SchemaChange> changes)
    {
        if (!TypeChange.IsSafeForInput(old.Type, current.Type))
            changes.Add(new(typeChanged, place, $"`{place}` was of type `{old.Type}` and is of type `{current.Type}`."));
        else if (defaultChanged is { } kind && old.DefaultValue is { } value && !AreEqual(value, current.DefaultValue))
            changes.Add(new(kind, place, $"The default of `{place}` was {Printer.Print(value)} and is {(current.DefaultValue is { } now ? Printer.Print(now) : "gone")}."));
    }

    /// <summary>Whether two literals mean the same; the order of an object's fields is of no account.</summary>
    private static bool AreEqual(ValueNode first, ValueNode? second) => (first, second) switch
    {
        (ListValueNode a, ListValueNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (ObjectValueNode a, ObjectValueNode b) => a.Fields.Count == b.Fields.Count && a.Fields.All(field => AreEqual(field.Value, ValueOf(b, field))),
        (StringValueNode a, StringValueNode b) => a.Value == b.Value,
        (_, null) => false,
        _ => Printer.Print(first) == Printer.Print(second),
    };

    private static ValueNode? ValueOf(ObjectValueNode other, ObjectFieldNode field) =>
        other.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name.Value)?.Value;
}
