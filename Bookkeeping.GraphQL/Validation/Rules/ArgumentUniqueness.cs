using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>An argument is given once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Argument Uniqueness".</remarks>
internal sealed class ArgumentUniqueness(ValidationContext context) : ValidationRule(context, "Argument-Uniqueness")
{
    public override void EnterArguments(SyntaxNode owner, IReadOnlyList<ArgumentNode> arguments, MemberList<InputValue>? declared)
    {
        if (arguments.Count < 2) return;
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal))
            if (group.Skip(1).Any())
                Report(
                    $"{Context.Describe(owner)} is given the argument `{group.Key}` more than once.",
                    group.Select(argument => argument.Name),
                    ValidationContext.About(owner),
                    ("argument", group.Key));
    }
}
