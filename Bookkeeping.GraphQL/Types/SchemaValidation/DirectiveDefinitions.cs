using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>A directive has places to stand, and does not take part in its own definition.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Directives".</remarks>
internal static class DirectiveDefinitions
{
    /// <summary>Reports every definition that breaks the rules.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var directive in context.Directives)
        {
            CheckLocations(context, directive);
            if (Refers(context.Schema, directive))
                context.Report($"The directive `@{directive.Name}` is applied, directly or indirectly, to its own arguments.", directive.SyntaxNode);
        }
    }

    private static void CheckLocations(SchemaContext context, DirectiveType directive)
    {
        if (directive.Locations.Count == 0) context.Report($"The directive `@{directive.Name}` needs at least one location.", directive.SyntaxNode);
        foreach (var location in directive.Locations.Except(DirectiveLocations.All))
            context.Report($"The directive `@{directive.Name}` cannot stand on `{location}`: there is no such location.", directive.SyntaxNode);
    }

    /// <summary>Whether a directive can be reached from its own arguments: by what is applied to them, to their types and to the members of these.</summary>
    private static bool Refers(Schema schema, DirectiveType directive)
    {
        var seen = new HashSet<object>();
        var open = new Stack<object>(directive.Arguments);
        while (open.TryPop(out var next))
        {
            if (next == directive) return true;
            if (!seen.Add(next)) continue;
            foreach (var reference in References(schema, next)) open.Push(reference);
        }

        return false;
    }

    private static IEnumerable<object> References(Schema schema, object element) => element switch
    {
        DirectiveType directive => directive.Arguments,
        InputValue value => [value.Type.Named, .. Applied(schema, value.AppliedDirectives)],
        EnumValue value => Applied(schema, value.AppliedDirectives),
        InputObjectType input => [.. Applied(schema, input.AppliedDirectives), .. input.Fields],
        EnumType values => [.. Applied(schema, values.AppliedDirectives), .. values.Values],
        NamedType type => Applied(schema, type.AppliedDirectives),
        _ => [],
    };

    private static IEnumerable<DirectiveType> Applied(Schema schema, IEnumerable<DirectiveNode> directives) =>
        directives.Select(directive => schema.FindDirective(directive.Name.Value)).OfType<DirectiveType>();
}
