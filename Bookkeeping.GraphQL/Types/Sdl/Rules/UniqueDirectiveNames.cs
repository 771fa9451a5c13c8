using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Each directive is defined once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Schema": all directives have unique names.</remarks>
internal static class UniqueDirectiveNames
{
    /// <summary>Reports every definition of a name that is taken.</summary>
    public static void Check(SdlContext context)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in context.DirectiveNodes.Select(node => node.Name))
        {
            if (context.Extended?.FindDirective(name.Value) is not null)
                context.Report($"The schema has a directive `@{name.Value}` already.", name);
            else if (!known.TryAdd(name.Value, name))
                context.Report($"The directive `@{name.Value}` can be defined only once.", known[name.Value], name);
        }
    }
}
