using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Each type is defined once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Schema": all types have unique names.</remarks>
internal static class UniqueTypeNames
{
    /// <summary>Reports every definition of a name that is taken.</summary>
    public static void Check(SdlContext context)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in context.TypeNodes.Where(node => !node.IsExtension).Select(node => node.Name))
        {
            if (context.Extended?.FindType(name.Value) is not null)
                context.Report($"The schema has a type `{name.Value}` already; use `extend` to add to it.", name);
            else if (!known.TryAdd(name.Value, name))
                context.Report($"The type `{name.Value}` can be defined only once.", known[name.Value], name);
        }
    }
}
