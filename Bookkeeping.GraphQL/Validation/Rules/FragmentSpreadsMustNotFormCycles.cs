using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>No fragment uses itself, directly or through others: its selections would never end.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragment Spreads Must Not Form Cycles".</remarks>
internal sealed class FragmentSpreadsMustNotFormCycles(ValidationContext context)
    : ValidationRule(context, "Fragment-Spreads-Must-Not-Form-Cycles")
{
    private const int MaxNamesInMessage = 5;
    private readonly HashSet<DefinitionUses> visited = [];

    /// <summary>The fragments from the one the search began with to the one it is at.</summary>
    private readonly List<Step> path = [];

    private readonly Dictionary<DefinitionUses, int> placeInPath = [];

    public override void LeaveDocument()
    {
        foreach (var fragment in Context.Fragments.Values)
        {
            if (!visited.Contains(fragment)) Push(fragment);
            while (path.Count > 0 && !Context.IsFull) Follow(path[^1]);
        }
    }

    private void Follow(Step step)
    {
        if (++step.Current >= step.Fragment.Spreads.Count)
        {
            path.RemoveAt(path.Count - 1);
            placeInPath.Remove(step.Fragment);
            return;
        }

        if (!Context.Fragments.TryGetValue(step.Spread.Name.Value, out var target)) return;
        if (placeInPath.TryGetValue(target, out var start)) ReportCycle(start);
        else if (!visited.Contains(target)) Push(target);
    }

    private void Push(DefinitionUses fragment)
    {
        visited.Add(fragment);
        placeInPath[fragment] = path.Count;
        path.Add(new Step(fragment));
    }

    private void ReportCycle(int start)
    {
        var cycle = path.Skip(start).Select(step => step.Spread).ToList();
        var name = cycle[^1].Name.Value;
        var between = cycle.SkipLast(1).Select(spread => $"`{spread.Name.Value}`").ToList();
        var through = between.Count == 0 ? "" : $" through {string.Join(", ", between.Take(MaxNamesInMessage))}";
        var rest = between.Count > MaxNamesInMessage ? " and others" : "";
        Report($"The fragment `{name}` uses itself{through}{rest}.", cycle, ("fragment", name));
    }

    /// <summary>A fragment of the path, and which of its spreads leads on.</summary>
    private sealed class Step(DefinitionUses fragment)
    {
        public DefinitionUses Fragment { get; } = fragment;

        public int Current { get; set; } = -1;

        public FragmentSpreadNode Spread => Fragment.Spreads[Current];
    }
}
