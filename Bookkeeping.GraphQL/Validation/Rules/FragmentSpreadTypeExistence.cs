using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>The type that a fragment is for exists.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragment Spread Type Existence".</remarks>
internal sealed class FragmentSpreadTypeExistence(ValidationContext context) : ValidationRule(context, "Fragment-Spread-Type-Existence")
{
    public override void EnterFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition, fragment.Name.Value);

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition) Check(condition, null);
    }

    private void Check(NamedTypeNode condition, string? fragment)
    {
        var name = condition.Name.Value;
        if (Context.Schema.FindType(name) is not null) return;
        var suggestions = Suggestions.DidYouMean(name, Context.Schema.Types.Where(type => type.IsComposite).Select(type => type.Name));
        Report($"There is no type `{name}`.{suggestions}", condition, ("type", name), ("fragment", fragment));
    }
}
