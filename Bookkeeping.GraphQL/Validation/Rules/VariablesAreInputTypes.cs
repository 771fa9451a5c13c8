using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>The type of a variable exists, and can be given.</summary>
/// <remarks>Source: GraphQL, September 2025, "Variables Are Input Types".</remarks>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context, "Variables-Are-Input-Types")
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        var (name, named) = (variable.Variable.Name.Value, NamedTypeOf(variable.Type));
        var typeName = named.Name.Value;
        var type = Context.Schema.FindType(typeName);
        if (type is null)
            Report($"There is no type `{typeName}`.{Suggest(typeName)}", named, ("variable", name), ("type", typeName));
        else if (!type.IsInput)
            ReportCode(
                ErrorCodes.NoInputType,
                $"The variable `${name}` cannot be a `{typeName}`: variables are scalars, enums or input objects.",
                variable.Type,
                ("variable", name),
                ("type", typeName));
    }

    private string Suggest(string typeName) =>
        Suggestions.DidYouMean(typeName, Context.Schema.Types.Where(candidate => candidate.IsInput).Select(candidate => candidate.Name));

    private static NamedTypeNode NamedTypeOf(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => NamedTypeOf(nonNull.OfType),
        ListTypeNode list => NamedTypeOf(list.OfType),
        _ => (NamedTypeNode)type,
    };
}
