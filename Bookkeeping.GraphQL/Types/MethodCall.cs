namespace Bookkeeping.GraphQL.Types;

/// <summary>A C# method as fields and filters call it.</summary>
/// <param name="arguments">The parameters that a client fills, in order.</param>
/// <param name="invoke">Calls the method.</param>
public sealed class MethodCall(IReadOnlyList<InputValue> arguments, Func<MethodInput, object?> invoke)
{
    /// <summary>The parameters that a client fills, in order; not those filled from services, the parents and the request's end.</summary>
    public IReadOnlyList<InputValue> Arguments { get; } = arguments;

    /// <summary>Calls the method.</summary>
    /// <returns>What the method returned, a task as it is.</returns>
    /// <remarks>What the method throws comes out as it was thrown.</remarks>
    public object? Invoke(MethodInput input) => invoke(input);
}

/// <summary>What a method is called with.</summary>
/// <param name="Services">The request's services.</param>
/// <param name="Arguments">The coerced arguments by name, as <see cref="IFieldContext.Arguments"/> has them; the call turns them into C# values.</param>
/// <param name="Parents">The parents the field is resolved for; empty for a root field and for a filter.</param>
/// <param name="Cancel">Ends with the request.</param>
public sealed record MethodInput(
    IServiceProvider Services, IReadOnlyDictionary<string, object?> Arguments, IReadOnlyList<object> Parents, CancellationToken Cancel)
{
    /// <summary>The subscription that the method opens; null for what is none.</summary>
    public ISubscriptionContext? Subscription { get; init; }
}
