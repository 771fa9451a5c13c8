using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>What the walk tells rules; each name is that of a method of <see cref="ValidationRule"/>.</summary>
internal enum WalkEvent
{
    EnterDefinition,
    EnterOperation,
    EnterVariableDefinition,
    EnterFragment,
    EnterField,
    LeaveField,
    EnterFragmentSpread,
    EnterInlineFragment,
    EnterArguments,
    EnterDirectives,
    EnterDirective,
    EnterValue,
    EnterObjectValue,
    ConcludeOperation,
    LeaveDocument,
}

/// <summary>
/// All rules, and which of them listens to what: most rules care for one or two events, and a field asks only those that care for fields.
/// </summary>
internal sealed class RuleSet
{
    private static readonly Func<ValidationContext, ValidationRule>[] All =
    [
        context => new ExecutableDefinitions(context),
        context => new OperationTypeExistence(context),
        context => new OperationNameUniqueness(context),
        context => new LoneAnonymousOperation(context),
        context => new SingleRootField(context),
        context => new FieldSelections(context),
        context => new LeafFieldSelections(context),
        context => new ArgumentNames(context),
        context => new ArgumentUniqueness(context),
        context => new RequiredArguments(context),
        context => new FragmentNameUniqueness(context),
        context => new FragmentSpreadTypeExistence(context),
        context => new FragmentsOnCompositeTypes(context),
        context => new FragmentSpreadTargetDefined(context),
        context => new FragmentSpreadIsPossible(context),
        context => new ValuesOfCorrectType(context),
        context => new InputObjectFieldNames(context),
        context => new InputObjectFieldUniqueness(context),
        context => new InputObjectRequiredFields(context),
        context => new DirectivesAreDefined(context),
        context => new DirectivesAreInValidLocations(context),
        context => new DirectivesAreUniquePerLocation(context),
        context => new PartsOnRootFields(context),
        context => new PartLabels(context),
        context => new StreamsOnLists(context),
        context => new VariableUniqueness(context),
        context => new VariablesAreInputTypes(context),
        context => new AllVariableUsesDefined(context),
        context => new AllVariablesUsed(context),
        context => new AllVariableUsagesAreAllowed(context),
        context => new FragmentsMustBeUsed(context),
        context => new FragmentSpreadsMustNotFormCycles(context),
        context => new FieldSelectionMerging(context),
        context => new IntrospectionAllowed(context),
        context => new IntrospectionSize(context),
        context => new SelectionDepth(context),
        context => new AliasCount(context),
        context => new OperationCount(context),
    ];

    private static int[][]? listenersByEvent;
    private readonly ValidationRule[][] rulesByEvent;

    /// <summary>Makes all rules for one document.</summary>
    public RuleSet(ValidationContext context)
    {
        var rules = Array.ConvertAll(All, make => make(context));
        listenersByEvent ??= FindListeners(rules);
        rulesByEvent = Array.ConvertAll(listenersByEvent, indices => Array.ConvertAll(indices, i => rules[i]));
    }

    /// <summary>The rules that listen to an event.</summary>
    public ValidationRule[] this[WalkEvent happening] => rulesByEvent[(int)happening];

    private static int[][] FindListeners(ValidationRule[] rules) =>
        Array.ConvertAll(
            Enum.GetNames<WalkEvent>(),
            method => Enumerable.Range(0, rules.Length).Where(i => Overrides(rules[i], method)).ToArray());

    private static bool Overrides(ValidationRule rule, string method) =>
        rule.GetType().GetMethod(method)!.DeclaringType != typeof(ValidationRule);
}
