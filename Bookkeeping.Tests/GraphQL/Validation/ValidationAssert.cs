using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.Tests.Conformance;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>Checks what one rule says of a document in the world of pets; what other rules say of it does not matter.</summary>
internal static class ValidationAssert
{
    private static readonly ValidationOptions AllErrors = new() { MaxErrors = int.MaxValue };

    /// <summary>The document follows the rule.</summary>
    public static void Valid<TRule>(string document, ValidationOptions? options = null)
        where TRule : ValidationRule =>
        Assert.Empty(ErrorsOf<TRule>(document, options).Select(error => error.Message));

    /// <summary>The document breaks the rule in these places, each given as the lines and columns of one error: <c>2:3 4:3</c>.</summary>
    public static void Invalid<TRule>(string document, params string[] places)
        where TRule : ValidationRule =>
        Assert.Equal(places, ErrorsOf<TRule>(document).Select(ErrorPlaces.OfOne));

    /// <summary>The document breaks the rule once.</summary>
    public static GraphQLError Error<TRule>(string document, ValidationOptions? options = null)
        where TRule : ValidationRule =>
        Assert.Single(ErrorsOf<TRule>(document, options));

    private static IEnumerable<GraphQLError> ErrorsOf<TRule>(string document, ValidationOptions? options = null) =>
        DocumentValidator.FindViolations(PetSchema.Schema, Parser.Parse(document), options ?? AllErrors)
            .Where(violation => violation.Rule == typeof(TRule).Name)
            .Select(violation => violation.Error);
}
