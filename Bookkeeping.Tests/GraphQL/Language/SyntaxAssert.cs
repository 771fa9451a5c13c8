using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

internal static class SyntaxAssert
{
    /// <summary>The one syntax error that the action throws.</summary>
    public static GraphQLError Refused(Action action)
    {
        var error = Assert.Single(Assert.Throws<RequestErrorException>(action).Errors);
        Assert.Equal(ErrorCodes.Syntax, error.Code);
        return error;
    }

    /// <summary>The document is refused at a place, with a message.</summary>
    public static void Refused(string source, int line, int column, string message, ParserOptions? options = null)
    {
        var error = Refused(() => Parser.Parse(source, options));
        Assert.Equal(message, error.Message);
        Assert.Equal([new Location(line, column)], error.Locations);
    }

    /// <summary>The document's only definition.</summary>
    public static T Only<T>(string source)
        where T : DefinitionNode => Assert.IsType<T>(Assert.Single(Parser.Parse(source).Definitions));
}
