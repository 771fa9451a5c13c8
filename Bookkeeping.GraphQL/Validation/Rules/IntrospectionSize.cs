using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Introspection;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>
/// Questions about the schema do not multiply: none goes through the same list of a type twice, and there are few of them. Every tool asks less.
/// A choice of ours, not a rule of the specification.
/// </summary>
/// <remarks>The schema is not large, but a list below itself makes its size a power: 8 levels of `fields { type` would be answers without end.</remarks>
internal sealed class IntrospectionSize(ValidationContext context) : ValidationRule(context, null)
{
    private static readonly Field[] Lists =
    [
        .. new[] { "fields", "interfaces", "possibleTypes", "inputFields" }.Select(name => IntrospectionTypes.Type.Fields.Single(field => field.Name == name)),
    ];

    private readonly Dictionary<DefinitionNode, Definition> definitions = [];
    private readonly HashSet<string> questions = new(StringComparer.Ordinal);
    private readonly Stack<(FieldNode Field, int Open)> outer = [];
    private Definition current = null!;
    private int open;
    private bool reported;

    public override void EnterOperation(OperationDefinitionNode operation) => Enter(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => Enter(fragment);

    public override void EnterField(FieldNode field)
    {
        if (Context.Field == MetaFields.Schema || Context.Field == MetaFields.Type) Count(field);
        if (ListOf(field) is not { } list) return;
        current.Lists.Add((field, list, open));
        outer.Push((field, open));
        open |= list;
    }

    public override void LeaveField(FieldNode field)
    {
        if (outer.Count > 0 && outer.Peek().Field == field) open = outer.Pop().Open;
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread) => current.Spreads.Add((spread.Name.Value, open));

    /// <summary>Enters fragments once for each set of lists that they are entered from, of which there are sixteen.</summary>
    public override void LeaveDocument()
    {
        var known = new HashSet<(Definition, int)>();
        var pending = new Stack<(Definition Definition, int Open)>();
        foreach (var operation in Context.Operations) pending.Push((definitions[operation.Definition], 0));
        while (!reported && pending.TryPop(out var entered))
        {
            foreach (var (field, list, around) in entered.Definition.Lists)
                if (((entered.Open | around) & list) != 0) ReportAt(field);
            foreach (var (name, around) in entered.Definition.Spreads)
                if (Context.Fragments.TryGetValue(name, out var fragment) && (definitions[fragment.Definition], entered.Open | around) is var next && known.Add(next))
                    pending.Push(next);
        }
    }

    private void Enter(DefinitionNode definition)
    {
        definitions[definition] = current = new Definition();
        outer.Clear();
        open = 0;
    }

    private void Count(FieldNode field)
    {
        if (!questions.Add((field.Alias ?? field.Name).Value) || questions.Count != Context.Options.MaxIntrospections + 1) return;
        ReportCode(
            ErrorCodes.IntrospectionTooLarge,
            $"The document asks about the schema more often than the {Context.Options.MaxIntrospections} times allowed.",
            field,
            ("maxIntrospections", Context.Options.MaxIntrospections));
    }

    /// <summary>The bit of the list that a field is; null when it is none of them.</summary>
    private int? ListOf(FieldNode field) =>
        Context.ParentType == IntrospectionTypes.Type && Array.FindIndex(Lists, list => list.Name == field.Name.Value) is >= 0 and var index ? 1 << index : null;

    private void ReportAt(FieldNode field)
    {
        if (reported) return;
        reported = true;
        ReportCode(ErrorCodes.IntrospectionTooLarge, $"`{field.Name.Value}` of `__Type` stands inside itself; ask by `__type(name:)` for the types named.", field, ("field", field.Name.Value));
    }

    /// <summary>What an operation or fragment opens and where, as seen from its beginning.</summary>
    private sealed class Definition
    {
        public List<(FieldNode Field, int List, int Around)> Lists { get; } = [];

        public List<(string Fragment, int Around)> Spreads { get; } = [];
    }
}
