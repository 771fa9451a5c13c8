using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Caching;

/// <summary>A document parsed and validated once for all requests that send it.</summary>
internal sealed class PreparedDocument
{
    private readonly PreparedOperation[] operations;

    /// <summary>Prepares the operations of a valid document.</summary>
    public PreparedDocument(Schema schema, DocumentNode document)
    {
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value, StringComparer.Ordinal);
        operations = [.. document.Definitions.OfType<OperationDefinitionNode>().Select(o => new PreparedOperation(schema, o, fragments))];
    }

    /// <summary>The operation that a request asks for.</summary>
    /// <exception cref="RequestErrorException">There is none of this name, or several and none was named.</exception>
    /// <remarks>Source: GraphQL, September 2025, "Executing Requests".</remarks>
    public PreparedOperation Choose(string? name)
    {
        if (name is null && operations.Length == 1) return operations[0];
        return name is null
            ? throw Refuse(operations.Length == 0 ? "The document has no operation." : $"The document has several operations; name one of {Names()}.")
            : Array.Find(operations, o => o.Name == name) ?? throw Refuse($"The document has no operation `{name}`.{Suggestion(name)}");
    }

    private string Names() => string.Join(", ", operations.Take(10).Select(o => $"`{o.Name}`"));

    private string Suggestion(string name) => Suggestions.DidYouMean(name, operations.Where(o => o.Name is not null).Select(o => o.Name!));

    private static RequestErrorException Refuse(string message) => new(new GraphQLError(message) { Code = ErrorCodes.InvalidRequest });
}
