namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>Answers an introspection field that needs its arguments or the schema.</summary>
internal sealed class IntrospectionResolver(Func<object, IFieldContext, object?> resolve) : BatchResolver
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var values = new object?[parents.Count];
        for (var i = 0; i < values.Length; i++) values[i] = resolve(parents[i], context);
        return new(values);
    }
}
