using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <inheritdoc cref="IFieldContext"/>
internal sealed record FieldContext(ISelection Selection, Schema Schema, IServiceProvider Services, IReadOnlyDictionary<string, object?> Arguments)
    : IFieldContext;
