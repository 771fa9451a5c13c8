using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>A type implements interfaces, each once, with all that these implement in turn; an interface never implements itself.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type Validation" of "Objects" and "Interfaces".</remarks>
internal static class ImplementedInterfaces
{
    /// <summary>Reports every interface that cannot be implemented, and every one that is missing.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<FieldsType>())
        {
            CheckKinds(context, type);
            foreach (var contracts in type.Interfaces.GroupBy(contract => contract))
            {
                if (contracts.Key == type)
                    context.Report($"`{type}` cannot implement itself.", SyntaxPlaces.Implementations(type, type));
                else if (contracts.Count() > 1)
                    context.Report($"`{type}` implements `{contracts.Key}` more than once.", SyntaxPlaces.Implementations(type, contracts.Key));
                else
                    CheckTransitive(context, type, contracts.Key);
            }
        }
    }

    private static void CheckKinds(SchemaContext context, FieldsType type)
    {
        foreach (var node in SyntaxPlaces.InterfacesOf(type))
        {
            if (context.Schema.FindType(node.Name.Value) is not InterfaceType)
                context.Report($"`{type}` cannot implement `{node.Name.Value}`: it is no interface.", node);
        }
    }

    private static void CheckTransitive(SchemaContext context, FieldsType type, InterfaceType contract)
    {
        foreach (var inherited in contract.Interfaces.Distinct().Where(inherited => !type.Interfaces.Contains(inherited) || inherited == type))
        {
            IEnumerable<SyntaxNode> places = [.. SyntaxPlaces.Implementations(contract, inherited), .. SyntaxPlaces.Implementations(type, contract)];
            context.Report(
                inherited == type
                    ? $"`{type}` cannot implement `{contract}`, which implements `{type}`."
                    : $"`{type}` must implement `{inherited}` too, which `{contract}` implements.",
                places);
        }
    }
}
