using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A fragment is for an object type, interface or union.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragments on Object, Interface or Union Types".</remarks>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context)
    : ValidationRule(context, "Fragments-on-Object-Interface-or-Union-Types")
{
    public override void EnterFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition, fragment.Name.Value);

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition) Check(condition, null);
    }

    private void Check(NamedTypeNode condition, string? fragment)
    {
        var name = condition.Name.Value;
        if (Context.Schema.FindType(name) is not { IsComposite: false }) return;
        Report(
            $"A fragment selects fields, and the type `{name}` has none: it must be an object type, interface or union.",
            condition,
            ("type", name),
            ("fragment", fragment));
    }
}
