using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>The members of a type, over its definition and extensions, and the arguments of a field or directive have unique names.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Objects", "Enums", "Input Objects" and "Directives".</remarks>
internal static class UniqueMemberNames
{
    /// <summary>Reports every member whose name is taken.</summary>
    public static void Check(SdlContext context)
    {
        foreach (var nodes in context.TypeNodes.GroupBy(node => node.Name.Value, StringComparer.Ordinal))
            CheckType(context, nodes.Key, nodes);
        foreach (var type in context.TypeNodes.OfType<FieldsTypeDefinitionNode>())
            foreach (var field in type.Fields)
                CheckArguments(context, $"`{type.Name.Value}.{field.Name.Value}`", field.Arguments);
        foreach (var directive in context.DirectiveNodes)
            CheckArguments(context, $"`@{directive.Name.Value}`", directive.Arguments);
    }

    private static void CheckType(SdlContext context, string type, IEnumerable<TypeDefinitionNode> nodes)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        var existing = context.Extended?.FindType(type);
        foreach (var name in nodes.SelectMany(Names))
        {
            if (existing is not null && Has(existing, name.Value))
                context.Report($"The schema has `{type}.{name.Value}` already; an extension can only add to a type.", name);
            else if (!known.TryAdd(name.Value, name))
                context.Report($"`{type}.{name.Value}` can be defined only once.", known[name.Value], name);
        }
    }

    private static void CheckArguments(SdlContext context, string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var places in Repetitions.Of(arguments.Select(argument => argument.Name)))
            context.Report($"The argument `{places[0].Value}` of {owner} can be defined only once.", places);
    }

    private static IEnumerable<NameNode> Names(TypeDefinitionNode node) => node switch
    {
        FieldsTypeDefinitionNode type => type.Fields.Select(field => field.Name),
        InputObjectTypeDefinitionNode type => type.Fields.Select(field => field.Name),
        EnumTypeDefinitionNode type => type.Values.Select(value => value.Name),
        _ => [],
    };

    private static bool Has(NamedType type, string name) => type switch
    {
        FieldsType fields => fields.Fields.Contains(name),
        InputObjectType input => input.Fields.Contains(name),
        EnumType values => values.Values.Contains(name),
        _ => false,
    };
}
