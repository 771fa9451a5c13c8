using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Reads the directives that split an answer into parts.</summary>
internal static class Splits
{
    /// <summary>The <c>@defer</c> of a fragment; null when there is none, or when its condition switches it off.</summary>
    public static DirectiveNode? DeferOf(SelectionNode node, VariableValues variables) => Active(node, IncrementalDirectives.Defer, variables);

    /// <summary>The <c>@stream</c> of a field; null when there is none, or when its condition switches it off.</summary>
    public static DirectiveNode? StreamOf(FieldNode node, VariableValues variables) => Active(node, IncrementalDirectives.Stream, variables);

    /// <summary>Whether a directive is one of the two.</summary>
    public static bool IsSplit(DirectiveNode directive) =>
        directive.Name.Value == IncrementalDirectives.Defer.Name || directive.Name.Value == IncrementalDirectives.Stream.Name;

    /// <summary>The directive's label; null when it has none.</summary>
    public static string? LabelOf(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    /// <summary>An argument as it was written; null when it was not given.</summary>
    public static ValueNode? Argument(DirectiveNode directive, string name) => directive.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;

    /// <summary>Whether a variable as its condition switches it on; one that is null or was not given does.</summary>
    public static bool IsOn(string variable, VariableValues variables) => !variables.TryGet(variable, out var value) || value is not false;

    private static DirectiveNode? Active(SelectionNode node, DirectiveType type, VariableValues variables)
    {
        foreach (var directive in node.Directives)
            if (directive.Name.Value == type.Name) return IsOn(directive, variables) ? directive : null;
        return null;
    }

    private static bool IsOn(DirectiveNode directive, VariableValues variables) => Argument(directive, "if") switch
    {
        BooleanValueNode given => given.Value,
        VariableNode variable => IsOn(variable.Name.Value, variables),
        _ => true,
    };
}
