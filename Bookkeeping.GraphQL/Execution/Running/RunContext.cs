using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>What is the same for all parts of an answer.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Kind">What the operation does.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Scope">The services and the end of the request.</param>
internal sealed record RunContext(ExecutableSchema Schema, OperationKind Kind, VariableValues Variables, RequestScope Scope);
