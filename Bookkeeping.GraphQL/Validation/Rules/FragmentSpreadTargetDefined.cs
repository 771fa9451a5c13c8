using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A fragment that is used is defined.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragment Spread Target Defined".</remarks>
internal sealed class FragmentSpreadTargetDefined(ValidationContext context) : ValidationRule(context, "Fragment-Spread-Target-Defined")
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (Context.Fragments.ContainsKey(name)) return;
        Report(
            $"There is no fragment `{name}` in the document.{Suggestions.DidYouMean(name, Context.Fragments.Keys)}",
            spread.Name,
            ("fragment", name));
    }
}
