namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>What became of a schema; above <see cref="EnumValueAdded"/> what breaks documents or clients, from there on what may surprise them.</summary>
public enum SchemaChangeKind
{
    /// <summary>An operation (query, mutation, subscription) is not offered any more.</summary>
    OperationRemoved,

    /// <summary>A type is gone; a built-in scalar when nothing refers to it any more.</summary>
    TypeRemoved,

    /// <summary>A type is of another kind: an object type became an interface, for example.</summary>
    TypeKindChanged,

    /// <summary>A field of an object type, interface or input object is gone.</summary>
    FieldRemoved,

    /// <summary>A field gives values that it did not give before, null among them; an input field refuses values that it took.</summary>
    FieldTypeChanged,

    /// <summary>An input object has a new field that must be given.</summary>
    RequiredInputFieldAdded,

    /// <summary>An input object takes one of its fields only; it took several.</summary>
    OneOfAdded,

    /// <summary>An argument of a field is gone.</summary>
    ArgumentRemoved,

    /// <summary>An argument of a field refuses values that it took.</summary>
    ArgumentTypeChanged,

    /// <summary>A field has a new argument that must be given.</summary>
    RequiredArgumentAdded,

    /// <summary>A union has lost a member.</summary>
    UnionMemberRemoved,

    /// <summary>An enum has lost a value.</summary>
    EnumValueRemoved,

    /// <summary>A type implements an interface no more.</summary>
    InterfaceRemoved,

    /// <summary>A directive is gone.</summary>
    DirectiveRemoved,

    /// <summary>An argument of a directive is gone.</summary>
    DirectiveArgumentRemoved,

    /// <summary>An argument of a directive refuses values that it took.</summary>
    DirectiveArgumentTypeChanged,

    /// <summary>A directive has a new argument that must be given.</summary>
    RequiredDirectiveArgumentAdded,

    /// <summary>A directive may stand only once in a place; it could stand there repeatedly.</summary>
    DirectiveRepetitionRemoved,

    /// <summary>A directive may not stand in a place any more.</summary>
    DirectiveLocationRemoved,

    /// <summary>An enum has a new value, which clients may not know what to do with.</summary>
    EnumValueAdded,

    /// <summary>A union has a new member, which clients may not know what to do with.</summary>
    UnionMemberAdded,

    /// <summary>A type implements one more interface; fragments on it now match where they did not.</summary>
    InterfaceAdded,

    /// <summary>A field has a new argument that may be given.</summary>
    OptionalArgumentAdded,

    /// <summary>An input object has a new field that may be given.</summary>
    OptionalInputFieldAdded,

    /// <summary>An argument of a field means something else when it is not given.</summary>
    ArgumentDefaultChanged,

    /// <summary>A field of an input object means something else when it is not given.</summary>
    InputFieldDefaultChanged,
}
