using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>The conditions of an operation and the fragments it reaches: of <c>@skip</c> and <c>@include</c>, <c>@defer</c> and <c>@stream</c>.</summary>
/// <remarks>Source: GraphQL, September 2025, "@skip" and "@include". Plans are made for outcomes, so that execution never asks again.</remarks>
internal sealed class Conditions
{
    private readonly Variable[] variables;

    /// <summary>Finds the variables that decide.</summary>
    public Conditions(OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var found = new List<Variable>();
        Find(operation.SelectionSet, fragments, found, []);
        variables = [.. found.Distinct()];
    }

    /// <summary>One character for each deciding variable; equal outcomes have equal plans.</summary>
    /// <exception cref="RequestErrorException">A variable that decides a <c>@skip</c> or <c>@include</c> is null.</exception>
    public string Outcomes(VariableValues values) =>
        variables.Length == 0 ? "" : string.Create(variables.Length, values, (text, v) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = variables[i].IsTrue(v) ? '1' : '0';
        });

    /// <summary>Whether a selection is part of the answer.</summary>
    public static bool IsIncluded(SelectionNode node, VariableValues values)
    {
        foreach (var directive in node.Directives)
            if (Condition(directive) is { } condition && IsTrue(condition, values) == (directive.Name.Value == "skip"))
                return false;
        return true;
    }

    private static void Find(SelectionSetNode set, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, List<Variable> found, HashSet<string> visited)
    {
        foreach (var node in set.Selections)
        {
            foreach (var directive in node.Directives)
            {
                if (Condition(directive) is VariableNode condition) found.Add(new Variable(condition.Name.Value, DecidesParts: false));
                else if (Splits.IsSplit(directive) && Splits.Argument(directive, "if") is VariableNode split) found.Add(new Variable(split.Name.Value, DecidesParts: true));
            }

            if (BelowOf(node, fragments, visited) is { } below) Find(below, fragments, found, visited);
        }
    }

    private static SelectionSetNode? BelowOf(SelectionNode node, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, HashSet<string> visited) => node switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode inline => inline.SelectionSet,
        FragmentSpreadNode spread when visited.Add(spread.Name.Value) => fragments.GetValueOrDefault(spread.Name.Value)?.SelectionSet,
        _ => null,
    };

    private static ValueNode? Condition(DirectiveNode directive) =>
        directive.Name.Value is "skip" or "include" ? directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value : null;

    private static bool IsTrue(ValueNode condition, VariableValues values) =>
        condition is VariableNode variable ? IsTrue(variable.Name.Value, values) : condition is BooleanValueNode { Value: true };

    private static bool IsTrue(string variable, VariableValues values) =>
        values.TryGet(variable, out var value) && value is bool decided
            ? decided
            : throw new RequestErrorException(new GraphQLError($"The variable `${variable}` decides an `@skip` or `@include` and cannot be null.")
            {
                Code = ErrorCodes.NonNullViolation,
                Extensions = new Dictionary<string, object?> { ["variable"] = variable },
            });

    /// <summary>A variable that decides.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="DecidesParts">Whether it decides on a part of the answer; else on whether something is answered at all.</param>
    private readonly record struct Variable(string Name, bool DecidesParts)
    {
        public bool IsTrue(VariableValues values) => DecidesParts ? Splits.IsOn(Name, values) : Conditions.IsTrue(Name, values);
    }
}
