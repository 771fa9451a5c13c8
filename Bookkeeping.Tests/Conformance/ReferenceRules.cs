using System.Text.Json;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.Conformance;

/// <summary>Our rules by the names of the reference implementation, which draws some lines elsewhere.</summary>
internal static class ReferenceRules
{
    /// <summary>The reference reports unknown types together, wherever they stand; we by what they are the type of.</summary>
    private const string Types = "KnownTypeNamesRule|VariablesAreInputTypesRule";

    private static readonly Dictionary<string, string> ByOurs = new()
    {
        [nameof(ExecutableDefinitions)] = "ExecutableDefinitionsRule",
        [nameof(OperationTypeExistence)] = "KnownOperationTypesRule",
        [nameof(OperationNameUniqueness)] = "UniqueOperationNamesRule",
        [nameof(LoneAnonymousOperation)] = "LoneAnonymousOperationRule",
        [nameof(SingleRootField)] = "SingleFieldSubscriptionsRule",
        [nameof(FieldSelections)] = "FieldsOnCorrectTypeRule",
        [nameof(FieldSelectionMerging)] = "OverlappingFieldsCanBeMergedRule",
        [nameof(LeafFieldSelections)] = "ScalarLeafsRule",
        [nameof(ArgumentNames)] = "KnownArgumentNamesRule",
        [nameof(ArgumentUniqueness)] = "UniqueArgumentNamesRule",
        [nameof(RequiredArguments)] = "ProvidedRequiredArgumentsRule",
        [nameof(FragmentNameUniqueness)] = "UniqueFragmentNamesRule",
        [nameof(FragmentSpreadTypeExistence)] = Types,
        [nameof(FragmentsOnCompositeTypes)] = "FragmentsOnCompositeTypesRule",
        [nameof(FragmentsMustBeUsed)] = "NoUnusedFragmentsRule",
        [nameof(FragmentSpreadTargetDefined)] = "KnownFragmentNamesRule",
        [nameof(FragmentSpreadsMustNotFormCycles)] = "NoFragmentCyclesRule",
        [nameof(FragmentSpreadIsPossible)] = "PossibleFragmentSpreadsRule",
        [nameof(ValuesOfCorrectType)] = "ValuesOfCorrectTypeRule",
        [nameof(InputObjectFieldNames)] = "ValuesOfCorrectTypeRule",
        [nameof(InputObjectRequiredFields)] = "ValuesOfCorrectTypeRule",
        [nameof(InputObjectFieldUniqueness)] = "UniqueInputFieldNamesRule",
        [nameof(DirectivesAreDefined)] = "KnownDirectivesRule",
        [nameof(DirectivesAreInValidLocations)] = "KnownDirectivesRule",
        [nameof(DirectivesAreUniquePerLocation)] = "UniqueDirectivesPerLocationRule",
        [nameof(VariableUniqueness)] = "UniqueVariableNamesRule",
        [nameof(VariablesAreInputTypes)] = Types,
        [nameof(AllVariableUsesDefined)] = "NoUndefinedVariablesRule",
        [nameof(AllVariablesUsed)] = "NoUnusedVariablesRule",
        [nameof(AllVariableUsagesAreAllowed)] = "VariablesInAllowedPositionRule",
    };

    /// <summary>No limit that a case could meet: the rules alone decide.</summary>
    public static ValidationOptions Unlimited { get; } = new()
    {
        MaxErrors = int.MaxValue,
        MaxOperations = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxSelectionDepth = 1_000,
        MaxFieldMerges = int.MaxValue,
    };

    /// <summary>The rules of the specification that are broken, and where, in an order of their own; limits of ours are left out.</summary>
    public static string Of(IEnumerable<RuleViolation> violations) => Join(Each(violations));

    /// <summary>The same of errors as the cases give them; those of rules that are not the specification's are left out.</summary>
    public static string Of(JsonElement errors) => Join(Each(errors));

    /// <summary>Each violation with its place.</summary>
    public static IReadOnlyList<string> Each(IEnumerable<RuleViolation> violations) =>
        [.. violations.Where(violation => ByOurs.ContainsKey(violation.Rule)).Select(violation => $"{NameOf(violation)} {ErrorPlaces.OfOne(violation.Error)}")];

    /// <summary>The same of errors as the cases give them.</summary>
    public static IReadOnlyList<string> Each(JsonElement errors) =>
        [.. errors.EnumerateArray().Where(error => ByOurs.ContainsValue(NameOf(error))).Select(error => $"{NameOf(error)} {ErrorPlaces.OfOne(error)}")];

    /// <summary>The reference's name for a rule of ours.</summary>
    public static string NameOf(RuleViolation violation) => ByOurs[violation.Rule];

    private static string NameOf(JsonElement error)
    {
        var name = error.GetProperty("rule").GetString()!;
        return Types.Split('|').Contains(name) ? Types : name;
    }

    private static string Join(IEnumerable<string> errors) => string.Join("; ", errors.Order(StringComparer.Ordinal));
}
