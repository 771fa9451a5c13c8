using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Directives are applied with arguments that they have, each given once, and with all that are required.</summary>
/// <remarks>Source: GraphQL, September 2025, "Argument Names", "Argument Uniqueness" and "Required Arguments".</remarks>
internal static class DirectiveArguments
{
    /// <summary>Reports every argument unknown, repeated or missing.</summary>
    public static void Check(SdlContext context)
    {
        foreach (var directive in context.Places.SelectMany(place => place.Directives))
        {
            CheckUnique(context, directive);
            if (context.FindDirective(directive.Name.Value) is { } signature)
            {
                CheckKnown(context, directive, signature);
                CheckRequired(context, directive, signature);
            }
        }
    }

    private static void CheckUnique(SdlContext context, DirectiveNode directive)
    {
        foreach (var places in Repetitions.Of(directive.Arguments.Select(argument => argument.Name)))
            context.Report($"The argument `{places[0].Value}` of `@{directive.Name.Value}` can be given only once.", places);
    }

    private static void CheckKnown(SdlContext context, DirectiveNode directive, DirectiveSignature signature)
    {
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (signature.Arguments.Contains(name)) continue;
            var suggestion = Suggestions.DidYouMean(name, signature.Arguments);
            context.Report($"`@{directive.Name.Value}` has no argument `{name}`.{suggestion}", argument);
        }
    }

    private static void CheckRequired(SdlContext context, DirectiveNode directive, DirectiveSignature signature)
    {
        foreach (var name in signature.RequiredArguments)
        {
            if (!directive.Arguments.Any(argument => argument.Name.Value == name))
                context.Report($"`@{directive.Name.Value}` needs the argument `{name}`.", directive);
        }
    }
}
