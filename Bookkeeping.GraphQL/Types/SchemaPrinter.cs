using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Writes a schema as SDL, without what every schema shares: built-in scalars and directives, and the types of introspection.</summary>
public static class SchemaPrinter
{
    /// <summary>The SDL of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">The format; null for <see cref="SchemaPrinterOptions.Default"/>.</param>
    /// <returns>The definitions, one empty line between them, without a line end behind the last; lines end with <c>\n</c>.</returns>
    /// <remarks>Source: GraphQL, September 2025, "Type System". Linear in the size of the schema, but for sorting.</remarks>
    public static string Print(Schema schema, SchemaPrinterOptions? options = null)
    {
        options ??= SchemaPrinterOptions.Default;
        var writer = new SchemaWriter(options);
        if (!(options.OmitsDefaultSchemaBlock && HasDefaultRoots(schema))) writer.WriteSchema(schema);
        var directives = schema.Directives
            .Where(directive => !BuiltInDirectives.Contains(directive.Name) && !options.HiddenDirectives.Contains(directive.Name));
        var types = schema.Types.Where(type => !BuiltInTypes.Contains(type.Name));
        if (options.Order == SchemaOrder.ByKind) WriteByKind(writer, [.. directives], [.. types]);
        else WriteInOrder(writer, directives, types, options.Order == SchemaOrder.ByName);
        return writer.ToString();
    }

    /// <summary>The SDL of some types, as <see cref="Print(Schema, SchemaPrinterOptions?)"/> has it for all.</summary>
    public static string Print(IEnumerable<NamedType> types)
    {
        var writer = new SchemaWriter(SchemaPrinterOptions.Default);
        foreach (var type in types) writer.WriteType(type);
        return writer.ToString();
    }

    private static void WriteByKind(SchemaWriter writer, IReadOnlyList<DirectiveType> directives, IReadOnlyList<NamedType> types)
    {
        WriteSorted<InterfaceType>();
        WriteSorted<ObjectType>();
        WriteSorted<UnionType>();
        WriteSorted<InputObjectType>();
        WriteSorted<EnumType>();
        foreach (var directive in directives.OrderBy(directive => directive.Name, StringComparer.Ordinal)) writer.WriteDirective(directive);
        WriteSorted<ScalarType>();

        void WriteSorted<T>()
            where T : NamedType
        {
            foreach (var type in types.OfType<T>().OrderBy(type => type.Name, StringComparer.Ordinal)) writer.WriteType(type);
        }
    }

    private static void WriteInOrder(SchemaWriter writer, IEnumerable<DirectiveType> directives, IEnumerable<NamedType> types, bool byName)
    {
        if (byName)
        {
            directives = directives.OrderBy(directive => directive.Name, StringComparer.Ordinal);
            types = types.OrderBy(type => type.Name, StringComparer.Ordinal);
        }

        foreach (var directive in directives) writer.WriteDirective(directive);
        foreach (var type in types) writer.WriteType(type);
    }

    /// <summary>Whether a reader finds the same root types, and misses nothing, when the schema block is not there.</summary>
    private static bool HasDefaultRoots(Schema schema) =>
        schema.Description is null
        && Enum.GetValues<OperationKind>().All(operation => schema.RootType(operation) == schema.FindType(operation.ToString()) as ObjectType);
}
