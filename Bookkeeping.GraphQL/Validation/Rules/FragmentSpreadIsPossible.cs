using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>Some object can be of both the type a fragment is for and the type it is used on; else it would never apply.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragment Spread Is Possible".</remarks>
internal sealed class FragmentSpreadIsPossible(ValidationContext context) : ValidationRule(context, "Fragment-Spread-Is-Possible")
{
    private readonly Dictionary<(NamedType Parent, NamedType Type), bool> overlaps = [];

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.TryGetValue(spread.Name.Value, out var fragment))
            Check(
                ((FragmentDefinitionNode)fragment.Definition).TypeCondition,
                spread,
                $"The fragment `{spread.Name.Value}`",
                spread.Name.Value);
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition) Check(condition, fragment, "This fragment", null);
    }

    private void Check(NamedTypeNode condition, SelectionNode spread, string subject, string? name)
    {
        if (Context.ParentType is not { } parent || Context.CompositeType(condition) is not { } type || Overlap(parent, type)) return;
        Report(
            $"{subject} is for `{type.Name}`, which a `{parent.Name}` can never be.",
            spread,
            ("type", parent.Name),
            ("typeCondition", type.Name),
            ("fragment", name));
    }

    private bool Overlap(NamedType parent, NamedType type)
    {
        if (!overlaps.TryGetValue((parent, type), out var overlap))
            overlaps[(parent, type)] = overlap = Context.Schema.Overlap(parent, type);
        return overlap;
    }
}
