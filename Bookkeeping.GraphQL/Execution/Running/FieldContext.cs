using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Sharing;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <inheritdoc cref="IFieldContext"/>
internal record FieldContext(ISelection Selection, Schema Schema, IServiceProvider Services, IReadOnlyDictionary<string, object?> Arguments)
    : IFieldContext;

/// <inheritdoc cref="ISubscriptionContext"/>
internal sealed record SubscriptionContext(
    Selection Root, Schema Schema, IServiceProvider Services, IReadOnlyDictionary<string, object?> Arguments, OperationPlan Plan, VariableValues Variables)
    : FieldContext(Root, Schema, Services, Arguments), ISubscriptionContext
{
    /// <inheritdoc/>
    public object AskedWithout(string except) => AskedRequest.Of(Plan, Variables, except);
}
