using System.Collections;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Calls a method once for all parents of a step.</summary>
/// <param name="call">The method.</param>
/// <param name="awaiter">Waits for what it returns.</param>
/// <param name="name">The method's name, for messages.</param>
internal sealed class BatchMethodResolver(MethodCall call, Func<object?, ValueTask<object?>> awaiter, string name) : BatchResolver
{
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(
        IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var result = await awaiter(call.Invoke(new MethodInput(context.Services, context.Arguments, parents, cancel)));
        var values = result switch
        {
            IReadOnlyList<object?> references => references,
            IEnumerable plain => [.. plain.Cast<object?>()],
            _ => [],
        };
        return values.Count == parents.Count
            ? values
            : throw new InvalidOperationException(
                $"{name} returned {values.Count} values for {parents.Count} parents: it must return one for each, in their order.");
    }
}
