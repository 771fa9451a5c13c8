using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>
/// Selections do not nest deeper than the options allow, seen through fragments. A limit of ours, not a rule of the specification.
/// </summary>
internal sealed class SelectionDepth(ValidationContext context) : ValidationRule(context, null)
{
    private readonly Dictionary<DefinitionNode, Definition> definitions = [];
    private Definition current = null!;
    private int depth;
    private bool reported;

    public override void EnterOperation(OperationDefinitionNode operation) => Enter(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => Enter(fragment);

    public override void EnterField(FieldNode field)
    {
        if (field.SelectionSet is null) return;
        depth++;
        if (depth > current.Depth) (current.Depth, current.Deepest) = (depth, field);
    }

    public override void LeaveField(FieldNode field)
    {
        if (field.SelectionSet is not null) depth--;
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread) => current.Spreads.Add((spread.Name.Value, depth));

    /// <summary>
    /// Enters fragments at ever greater depths until the limit is passed or nothing gets deeper. A fragment can get deeper only as often as
    /// the limit allows, so this ends, also for cycles, and costs at most that many times the document.
    /// </summary>
    public override void LeaveDocument()
    {
        var deepest = new Dictionary<Definition, int>();
        var pending = new Stack<(Definition Definition, int Depth)>();
        foreach (var operation in Context.Operations) pending.Push((definitions[operation.Definition], 1));
        while (!reported && pending.TryPop(out var entered))
        {
            if (entered.Definition.Depth + entered.Depth > Context.Options.MaxSelectionDepth)
                ReportAt(entered.Definition.Deepest ?? entered.Definition.Node);
            foreach (var (name, depthInside) in entered.Definition.Spreads)
            {
                if (!Context.Fragments.TryGetValue(name, out var fragment)) continue;
                var (target, reached) = (definitions[fragment.Definition], entered.Depth + depthInside);
                if (reached <= deepest.GetValueOrDefault(target)) continue;
                deepest[target] = reached;
                pending.Push((target, reached));
            }
        }
    }

    private void Enter(DefinitionNode definition)
    {
        definitions[definition] = current = new Definition(definition);
        depth = 0;
    }

    private void ReportAt(SyntaxNode node)
    {
        reported = true;
        var limit = Context.Options.MaxSelectionDepth;
        Report($"The selections nest deeper than the {limit} levels allowed.", node, ("maxDepth", limit));
    }

    /// <summary>What an operation or fragment adds to the depth it is entered at.</summary>
    private sealed class Definition(DefinitionNode node)
    {
        public SyntaxNode Node { get; } = node;

        public int Depth { get; set; }

        public FieldNode? Deepest { get; set; }

        public List<(string Fragment, int Depth)> Spreads { get; } = [];
    }
}
