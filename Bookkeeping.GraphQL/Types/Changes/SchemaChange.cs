namespace Bookkeeping.GraphQL.Types.Changes;

/// <summary>One difference between two schemas that clients may notice.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Coordinate">Where, as a schema coordinate: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>@directive(argument:)</c>.
/// For an interface, a union's member or a directive's location, the coordinate of what has it.</param>
/// <param name="Description">The change in words, with what was and what is.</param>
/// <remarks>Source of coordinates: GraphQL, September 2025, "Schema Coordinates".</remarks>
public sealed record SchemaChange(SchemaChangeKind Kind, string Coordinate, string Description)
{
    /// <summary>Whether documents that were valid may be invalid now, or clients get what their types exclude. Else the change may only surprise them.</summary>
    public bool IsBreaking => Kind < SchemaChangeKind.EnumValueAdded;

    /// <summary>Whether what was removed had been deprecated, so that its users were warned.</summary>
    public bool WasDeprecated { get; init; }
}
