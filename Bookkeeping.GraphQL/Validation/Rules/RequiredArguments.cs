using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>An argument that is non-null and has no default is given.</summary>
/// <remarks>Source: GraphQL, September 2025, "Required Arguments".</remarks>
internal sealed class RequiredArguments(ValidationContext context) : ValidationRule(context, "Required-Arguments")
{
    public override void EnterArguments(SyntaxNode owner, IReadOnlyList<ArgumentNode> arguments, MemberList<InputValue>? declared)
    {
        if (declared is null) return;
        foreach (var required in declared)
            if (required.IsRequired && !arguments.Any(argument => argument.Name.Value == required.Name))
                Report(
                    $"{Context.Describe(owner)} needs the argument `{required.Name}` of type `{required.Type}`.",
                    owner,
                    ValidationContext.About(owner),
                    ("argument", required.Name));
    }
}
