using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A given argument exists on the field or directive it is given to.</summary>
/// <remarks>Source: GraphQL, September 2025, "Argument Names".</remarks>
internal sealed class ArgumentNames(ValidationContext context) : ValidationRule(context, "Argument-Names")
{
    public override void EnterArguments(SyntaxNode owner, IReadOnlyList<ArgumentNode> arguments, MemberList<InputValue>? declared)
    {
        if (declared is null) return;
        foreach (var argument in arguments)
        {
            if (Context.IsFull) return;
            var name = argument.Name.Value;
            if (declared.Contains(name)) continue;
            var suggestions = Suggestions.DidYouMean(name, declared.Select(candidate => candidate.Name));
            Report(
                $"{Context.Describe(owner)} has no argument `{name}`.{suggestions}",
                argument,
                ValidationContext.About(owner),
                ("argument", name));
        }
    }
}
