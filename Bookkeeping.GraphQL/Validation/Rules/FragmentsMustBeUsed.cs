using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by an operation, directly or through other fragments.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragments Must Be Used".</remarks>
internal sealed class FragmentsMustBeUsed(ValidationContext context) : ValidationRule(context, "Fragments-Must-Be-Used")
{
    public override void LeaveDocument()
    {
        var reached = Context.Reach(Context.Operations).Select(uses => uses.Definition).OfType<FragmentDefinitionNode>();
        var used = reached.Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in Context.Document.Definitions.OfType<FragmentDefinitionNode>())
            if (!used.Contains(fragment.Name.Value))
                Report($"The fragment `{fragment.Name.Value}` is not used by any operation.", fragment, ("fragment", fragment.Name.Value));
    }
}
