using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Validation;
using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>Checks documents by the server's rules.</summary>
internal static class DocumentCheck
{
    // All that is wrong is told at once: nobody attacks their own compiler.
    private static readonly ValidationOptions Options = ValidationOptions.Default with { MaxErrors = 100 };

    // Rules that a fragment breaks only together with the operation that uses it.
    private static readonly HashSet<string> OfTheWhole = ["AllVariableUsesDefined", "AllVariableUsagesAreAllowed", "FieldSelectionMerging", "SelectionDepth", "AliasCount"];

    /// <summary>Checks a document.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="own">The document, parsed.</param>
    /// <param name="document">It with the fragments that it uses.</param>
    /// <param name="usedElsewhere">The fragments that other files use.</param>
    /// <returns>What is wrong with the document, and whether code can be made of it: what is wrong with a fragment of another file is said there, and spoils both.</returns>
    public static (IReadOnlyList<Finding> Findings, bool IsSound) Check(Schema schema, ParsedDocument own, CompleteDocument document, IReadOnlyCollection<string> usedElsewhere)
    {
        var nameless = own.Syntax!.Definitions.OfType<OperationDefinitionNode>().Where(operation => operation.Name is null)
            .Select(operation => Places.Find(Rules.NameMissing, own.File, operation.Span.Location, "")).ToList();
        var violations = DocumentValidator.FindViolations(schema, document.Syntax, Options).Where(IsOfInterest).ToList();
        // A fragment that uses itself is endlessly deep.
        if (violations.Any(violation => violation.Rule == "FragmentSpreadsMustNotFormCycles")) violations.RemoveAll(violation => violation.Rule == "SelectionDepth");
        var isSound = nameless.Count == 0 && violations.All(violation => violation.Rule == "FragmentsMustBeUsed");
        return ([.. nameless, .. violations.Select(Find).OfType<Finding>()], isSound);

        bool IsOfInterest(RuleViolation violation) => violation.Rule switch
        {
            // An operation without a name is told as such.
            "LoneAnonymousOperation" => false,
            "FragmentsMustBeUsed" => !violation.Error.Locations.Any(place =>
                document.Locate(place).ForeignPath is not null
                || own.Syntax.Definitions.OfType<FragmentDefinitionNode>().Any(fragment => fragment.Span.Location == place && usedElsewhere.Contains(fragment.Name.Value))),
            _ => true,
        };

        Finding? Find(RuleViolation violation)
        {
            var rule = Rules.OfServer(violation.Rule);
            var here = violation.Error.Locations.Select(document.Locate).Where(place => place.ForeignPath is null).Select(place => place.Place).ToList();
            if (here.Count > 0) return Places.Find(rule, own.File, IsToldAtLast(violation.Rule) ? here[here.Count - 1] : here[0], violation.Error.Message);
            return violation.Error.Locations.Count == 0 || OfTheWhole.Contains(violation.Rule)
                ? Places.Find(rule, own.File, own.Syntax.Definitions[0].Span.Location, violation.Error.Message)
                : null;
        }
    }

    // Of two of a name the second is too much, and of a variable and its use the use does not fit.
    private static bool IsToldAtLast(string rule) => rule.Contains("Unique") || rule == "AllVariableUsagesAreAllowed";
}
