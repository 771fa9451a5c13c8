using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Checks the properties that a resolver says it reads.</summary>
internal static class Requirements
{
    /// <summary>Refuses names that are no property of the parent.</summary>
    /// <exception cref="SchemaException">One is none.</exception>
    public static void Check(IEnumerable<string> names, Type parent)
    {
        foreach (var name in names)
            if (parent.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is null)
                throw Fault.Of($"it requires {name}, which is no property of {parent.Name}: write nameof({parent.Name}.…).");
    }
}
