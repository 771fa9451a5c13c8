using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>A rule broken, by the rule's <see cref="ValidationRule.Name"/>.</summary>
internal sealed record RuleViolation(string Rule, GraphQLError Error);
