namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Keeps a schema's types and the references between them in step.</summary>
internal static class ReferencedTypes
{
    /// <summary>Adds the types that hand-made types refer to and nobody added.</summary>
    public static void AddMissing(TypeRegistry registry, StartUp startUp)
    {
        for (var i = 0; i < registry.Types.Count; i++)
            foreach (var referenced in Of(registry.Types[i]))
                startUp.Try(registry.Types[i].Name, () => registry.Add(referenced));
    }

    /// <summary>Adds the types that directives take.</summary>
    public static void AddMissing(TypeRegistry registry, IEnumerable<DirectiveType> directives)
    {
        foreach (var argument in directives.SelectMany(directive => directive.Arguments)) registry.Add(argument.Type.Named);
    }

    /// <summary>The types without the scalars that nothing refers to.</summary>
    public static IReadOnlyList<NamedType> WithoutIdleScalars(IReadOnlyList<NamedType> types, IEnumerable<DirectiveType> directives)
    {
        var used = types.SelectMany(Of).Concat(directives.SelectMany(d => d.Arguments).Select(a => a.Type.Named)).ToHashSet();
        return [.. types.Where(t => t is not ScalarType || used.Contains(t))];
    }

    private static IEnumerable<NamedType> Of(NamedType type) => type switch
    {
        FieldsType fields => [.. fields.Fields.SelectMany(Of), .. fields.Interfaces],
        InputObjectType input => input.Fields.Select(f => f.Type.Named),
        UnionType union => union.Types,
        _ => [],
    };

    private static IEnumerable<NamedType> Of(Field field) => field.Arguments.Select(a => a.Type.Named).Prepend(field.Type.Named);
}
