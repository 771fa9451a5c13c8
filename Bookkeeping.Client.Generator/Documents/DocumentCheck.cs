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

    /// <summary>What is wrong with a document; what is wrong with a fragment of another file is said there.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="own">The document, parsed.</param>
    /// <param name="document">It with the fragments that it uses.</param>
    /// <param name="usedElsewhere">The fragments that other files use.</param>
    public static IEnumerable<Finding> Check(Schema schema, ParsedDocument own, CompleteDocument document, IReadOnlyCollection<string> usedElsewhere)
    {
        foreach (var operation in own.Syntax!.Definitions.OfType<OperationDefinitionNode>().Where(operation => operation.Name is null))
            yield return Places.Find(Rules.NameMissing, own.File, operation.Span.Location, "");
        foreach (var violation in DocumentValidator.FindViolations(schema, document.Syntax, Options))
        {
            if (violation.Rule == "LoneAnonymousOperation") continue;
            if (violation.Rule == "FragmentsMustBeUsed" && IsUsedElsewhere(violation)) continue;
            var rule = Rules.OfServer(violation.Rule);
            var places = violation.Error.Locations.Select(document.Locate).ToList();
            // With places in several files, that in this file says what to correct; with none here, the other file tells by itself.
            var here = places.FindIndex(place => place.ForeignPath is null);
            if (here >= 0) yield return Places.Find(rule, own.File, places[here].Place, violation.Error.Message);
            else if (places.Count == 0 || OfTheWhole.Contains(violation.Rule)) yield return Places.Find(rule, own.File, own.Syntax.Definitions[0].Span.Location, violation.Error.Message);
        }

        bool IsUsedElsewhere(RuleViolation violation) => violation.Error.Locations.Any(place =>
            document.Locate(place).ForeignPath is not null
            || own.Syntax.Definitions.OfType<FragmentDefinitionNode>().Any(fragment => fragment.Span.Location == place && usedElsewhere.Contains(fragment.Name.Value)));
    }
}
