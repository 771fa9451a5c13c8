using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Defaults, and the arguments of directives applied, are values of their types.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Objects", "Input Objects" and "Directives", and "Values of Correct Type".</remarks>
internal static class ConstantValues
{
    /// <summary>Reports every value that does not fit.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var place in context.Inputs.Where(place => place.Value.Type.IsInput))
        {
            if (place.Value.DefaultValue is { } value && ConstantCheck.FindFault(value, place.Value.Type) is { } fault)
                context.Report($"The default of `{place.Coordinate}` does not fit: {fault.Message}", fault.Node);
        }

        foreach (var directive in AppliedDirectives(context)) CheckArguments(context, directive);
    }

    private static void CheckArguments(SchemaContext context, DirectiveNode directive)
    {
        if (context.Schema.FindDirective(directive.Name.Value) is not { } definition) return;
        foreach (var argument in directive.Arguments)
        {
            if (definition.Arguments.TryGet(argument.Name.Value, out var declared)
                && declared.Type.IsInput
                && ConstantCheck.FindFault(argument.Value, declared.Type) is { } fault)
            {
                context.Report(
                    $"The argument `{declared.Name}` of `@{definition.Name}` does not fit: {fault.Message}", fault.Node);
            }
        }
    }

    private static IEnumerable<DirectiveNode> AppliedDirectives(SchemaContext context) =>
    [
        .. context.Schema.AppliedDirectives,
        .. context.Types.SelectMany(type => type.AppliedDirectives),
        .. context.Types.OfType<EnumType>().SelectMany(type => type.Values).SelectMany(value => value.AppliedDirectives),
        .. context.Fields.SelectMany(place => place.Field.AppliedDirectives),
        .. context.Inputs.SelectMany(place => place.Value.AppliedDirectives),
    ];
}
