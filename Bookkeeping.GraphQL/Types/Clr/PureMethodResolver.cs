namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Calls a method for each parent, one that only computes.</summary>
internal sealed class PureMethodResolver(MethodCall call) : BatchResolver
{
    public override bool IsPure => true;

    public override ValueTask<IReadOnlyList<object?>> ResolveAsync(
        IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var values = new object?[parents.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = call.Invoke(new MethodInput(context.Services, context.Arguments, [parents[i]], cancel));
        return ValueTask.FromResult<IReadOnlyList<object?>>(values);
    }
}
