using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>The root fields of mutations and subscriptions are answered at once: neither <c>@defer</c> nor <c>@stream</c> stands on them.</summary>
/// <remarks>Source: GraphQL, working draft of incremental delivery, "Defer And Stream Directives Are Used On Valid Root Field". Deferred writes
/// would no longer come one after the other.</remarks>
internal sealed class PartsOnRootFields(ValidationContext context) : ValidationRule(context, section: null)
{
    public override void EnterField(FieldNode field) => Check(field, IncrementalDirectives.Stream.Name);

    public override void EnterFragmentSpread(FragmentSpreadNode spread) => Check(spread, IncrementalDirectives.Defer.Name);

    public override void EnterInlineFragment(InlineFragmentNode fragment) => Check(fragment, IncrementalDirectives.Defer.Name);

    private void Check(SelectionNode node, string name)
    {
        if (Context.ParentType is not { } parent || (parent != Context.Schema.MutationType && parent != Context.Schema.SubscriptionType)) return;
        if (node.Directives.FirstOrDefault(d => d.Name.Value == name) is { } directive)
            Report($"`@{name}` cannot stand on the root fields of `{parent.Name}`, only below them.", directive, ("directive", name), ("type", parent.Name));
    }
}
