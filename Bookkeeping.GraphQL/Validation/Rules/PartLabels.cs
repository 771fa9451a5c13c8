using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>The labels of <c>@defer</c> and <c>@stream</c> are written out and unique in the document, so that a client can tell its parts apart.</summary>
/// <remarks>Source: GraphQL, working draft of incremental delivery, "Defer And Stream Directive Labels Are Unique".</remarks>
internal sealed class PartLabels(ValidationContext context) : ValidationRule(context, section: null)
{
    private readonly Dictionary<string, DirectiveNode> labels = new(StringComparer.Ordinal);

    public override void EnterDirective(DirectiveNode directive, string location)
    {
        var name = directive.Name.Value;
        if (name != IncrementalDirectives.Defer.Name && name != IncrementalDirectives.Stream.Name) return;
        var label = directive.Arguments.FirstOrDefault(a => a.Name.Value == "label")?.Value;
        if (label is VariableNode) Report($"The label of `@{name}` must be written out, not a variable.", directive, ("directive", name));
        else if (label is StringValueNode { Value: var text } && !labels.TryAdd(text, directive))
            Report($"The label \"{text}\" is used twice; give each `@defer` and `@stream` one of its own.", [labels[text], directive], ("label", text));
    }
}
