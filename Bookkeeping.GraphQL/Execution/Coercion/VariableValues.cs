namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The coerced variables of a request: those given, and those with a default.</summary>
internal sealed class VariableValues(Dictionary<string, object?> values)
{
    /// <summary>No variable at all.</summary>
    public static VariableValues None { get; } = new([]);

    /// <summary>The value of a variable; false when it was neither given nor has a default.</summary>
    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);
}
