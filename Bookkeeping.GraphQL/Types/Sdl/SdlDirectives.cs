using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>Reads the directives that mean something to the type system; all others are kept as they stand.</summary>
internal static class SdlDirectives
{
    /// <summary>Notes the directives of a member.</summary>
    public static void Apply(Member member, IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == "deprecated") member.DeprecationReason = Text(directive, "reason") ?? BuiltInDirectives.DefaultDeprecationReason;
            else member.AppliedDirectives.Add(directive);
        }
    }

    /// <summary>Notes a directive of a type where the type system knows it; else does nothing.</summary>
    public static bool TryApply(NamedType type, DirectiveNode directive)
    {
        switch (type, directive.Name.Value)
        {
            case (ScalarType scalar, "specifiedBy"):
                scalar.SpecifiedBy = Text(directive, "url");
                return true;
            case (InputObjectType input, "oneOf"):
                input.IsOneOf = true;
                return true;
            default: return false;
        }
    }

    private static string? Text(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument)?.Value as StringValueNode)?.Value;
}
