using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A document to be executed holds operations and fragments, and nothing that defines types.</summary>
/// <remarks>Source: GraphQL, September 2025, "Executable Definitions".</remarks>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context, "Executable-Definitions")
{
    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is OperationDefinitionNode or FragmentDefinitionNode) return;
        Report(
            $"A document to be executed may hold operations and fragments only, not the definition of {Describe(definition)}.",
            definition);
    }

    private static string Describe(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"the type `{type.Name.Value}`",
        DirectiveDefinitionNode directive => $"the directive `@{directive.Name.Value}`",
        _ => "a schema",
    };
}
