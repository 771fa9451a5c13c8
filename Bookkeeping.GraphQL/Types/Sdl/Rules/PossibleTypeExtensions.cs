using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>What is extended exists, and is of the kind that the extension says.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Extensions".</remarks>
internal static class PossibleTypeExtensions
{
    /// <summary>Reports every extension of nothing, or of something else.</summary>
    public static void Check(SdlContext context)
    {
        var definitions = new Dictionary<string, TypeDefinitionNode>(StringComparer.Ordinal);
        foreach (var node in context.TypeNodes.Where(node => !node.IsExtension)) definitions.TryAdd(node.Name.Value, node);
        foreach (var extension in context.TypeNodes.Where(node => node.IsExtension))
        {
            var name = extension.Name.Value;
            if (definitions.TryGetValue(name, out var definition))
            {
                if (KindOf(definition) != KindOf(extension)) context.Report(WrongKind(extension, KindOf(definition)), definition, extension);
            }
            else if (context.Extended?.FindType(name) is { } type)
            {
                if (KindOf(type) != KindOf(extension)) context.Report(WrongKind(extension, KindOf(type)), extension);
            }
            else
            {
                var known = definitions.Keys.Concat(context.Extended?.Types.Select(candidate => candidate.Name) ?? []);
                context.Report($"There is no type `{name}` to extend.{Suggestions.DidYouMean(name, known)}", extension.Name);
            }
        }
    }

    private static string WrongKind(TypeDefinitionNode extension, string kind) =>
        $"`{extension.Name.Value}` is {kind}, and cannot be extended as {KindOf(extension)}.";

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "a scalar",
        ObjectTypeDefinitionNode => "an object type",
        InterfaceTypeDefinitionNode => "an interface",
        UnionTypeDefinitionNode => "a union",
        EnumTypeDefinitionNode => "an enum",
        _ => "an input object",
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a scalar",
        ObjectType => "an object type",
        InterfaceType => "an interface",
        UnionType => "a union",
        EnumType => "an enum",
        _ => "an input object",
    };
}
