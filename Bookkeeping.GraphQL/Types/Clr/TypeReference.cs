using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Reads the type references of <c>[GraphQLType]</c>.</summary>
internal static class TypeReference
{
    /// <summary>Reads a reference such as <c>[Long!]!</c>.</summary>
    /// <param name="text">The reference.</param>
    /// <param name="find">Gives the type of a name, or throws.</param>
    /// <exception cref="SchemaException">It is no type reference.</exception>
    public static GraphType Read(string text, Func<string, NamedType> find)
    {
        try
        {
            return Resolve(Parser.ParseType(text), find);
        }
        catch (RequestErrorException exception)
        {
            throw Fault.Of($"\"{text}\" is not a type reference ({exception.Message}): write for example Long, Long! or [Long!]!.");
        }
    }

    private static GraphType Resolve(TypeNode reference, Func<string, NamedType> find) => reference switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.OfType, find)),
        ListTypeNode list => new ListType(Resolve(list.OfType, find)),
        _ => find(((NamedTypeNode)reference).Name.Value),
    };
}
