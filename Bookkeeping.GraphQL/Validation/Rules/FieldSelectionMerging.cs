using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Validation.Merging;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>
/// Fields that share a response name can be answered as one: same field, same arguments, and the same shape also where they exclude each
/// other.
/// </summary>
/// <remarks>
/// Source: GraphQL, September 2025, "Field Selection Merging". The walk only notes what each selection set holds; <see cref="FieldMerger"/>
/// compares.
/// </remarks>
internal sealed class FieldSelectionMerging(ValidationContext context) : ValidationRule(context, "Field-Selection-Merging")
{
    private readonly List<SelectionScope> operations = [];
    private readonly Dictionary<string, SelectionScope> fragments = new(StringComparer.Ordinal);
    private readonly HashSet<string> spreadSomewhere = new(StringComparer.Ordinal);
    private readonly Stack<SelectionScope> open = new();
    private int scopes;

    public override void EnterOperation(OperationDefinitionNode operation) => operations.Add(Enter());

    public override void EnterFragment(FragmentDefinitionNode fragment) => fragments.TryAdd(fragment.Name.Value, Enter());

    public override void EnterField(FieldNode field)
    {
        var below = field.SelectionSet is null ? null : new SelectionScope(scopes++);
        open.Peek().Fields.Add(new MergeField(field, Context.ParentType, Context.Field?.Type, below));
        if (below is not null) open.Push(below);
    }

    public override void LeaveField(FieldNode field)
    {
        if (field.SelectionSet is not null) open.Pop();
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        open.Peek().Spreads.Add(spread.Name.Value);
        spreadSomewhere.Add(spread.Name.Value);
    }

    public override void LeaveDocument()
    {
        var merger = new FieldMerger(fragments, Context.Options);
        foreach (var operation in operations.Take(Context.Options.MaxOperations)) merger.Check(operation);

        // Fragments are checked where operations use them. Of the others, first those that contain others, so that none is checked twice.
        foreach (var (name, fragment) in fragments)
            if (!merger.Reached.Contains(name) && !spreadSomewhere.Contains(name))
                merger.Check(fragment);
        foreach (var (name, fragment) in fragments)
            if (!merger.Reached.Contains(name))
                merger.Check(fragment);

        foreach (var conflict in merger.Conflicts)
            Report(conflict.Message, conflict.Nodes, ("responseName", conflict.ResponseName));
        if (merger.IsExhausted) ReportExhausted();
    }

    private SelectionScope Enter()
    {
        var scope = new SelectionScope(scopes++);
        open.Clear();
        open.Push(scope);
        return scope;
    }

    private void ReportExhausted() =>
        ReportCode(
            ErrorCodes.FieldMergeBudget,
            $"Finding out whether the fields of this document merge takes more than the {Context.Options.MaxFieldMerges} steps allowed:"
            + " use fewer fragments inside each other.",
            Context.Document.Definitions[0],
            ("maxFieldMerges", Context.Options.MaxFieldMerges));
}
