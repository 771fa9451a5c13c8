namespace Bookkeeping.GraphQL.Types;

/// <summary>The order of a printed schema.</summary>
public enum SchemaOrder
{
    /// <summary>The schema, interfaces, object types, unions, input objects, enums, directives, scalars; by name inside each, members as declared.</summary>
    ByKind,

    /// <summary>The schema, directives, types; all as declared.</summary>
    Declaration,

    /// <summary>The schema, directives, types; everything by name, members too.</summary>
    ByName,
}

/// <summary>How a schema is printed.</summary>
public sealed record SchemaPrinterOptions
{
    /// <summary>For the exported contract, which people read: by kind, with everything in it.</summary>
    public static SchemaPrinterOptions Default { get; } = new();

    /// <summary>The format of the reference implementation: as declared, descriptions in triple quotes, without the directives that only tools read.</summary>
    public static SchemaPrinterOptions Canonical { get; } = new()
    {
        Order = SchemaOrder.Declaration,
        PrefersBlockDescriptions = true,
        PrintsAppliedDirectives = false,
        OmitsDefaultSchemaBlock = true,
    };

    /// <summary>The order of definitions and members.</summary>
    public SchemaOrder Order { get; init; } = SchemaOrder.ByKind;

    /// <summary>Whether short descriptions, too, stand in triple quotes.</summary>
    public bool PrefersBlockDescriptions { get; init; }

    /// <summary>Whether directives applied to types and members are printed. <c>@deprecated</c>, <c>@specifiedBy</c> and <c>@oneOf</c> always are.</summary>
    public bool PrintsAppliedDirectives { get; init; } = true;

    /// <summary>Names of directives that are printed neither where defined nor where applied: those that only the server understands.</summary>
    public IReadOnlySet<string> HiddenDirectives { get; init; } = new HashSet<string>();

    /// <summary>Whether the schema block is left out where it would say nothing that the names of the root types do not say.</summary>
    public bool OmitsDefaultSchemaBlock { get; init; }
}
