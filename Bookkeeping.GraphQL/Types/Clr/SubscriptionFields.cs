using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes the root fields of subscriptions: a method that gives an <see cref="IAsyncEnumerable{T}"/> is a field of type T, answered once for each event.</summary>
internal static class SubscriptionFields
{
    private static readonly MethodInfo OfValues = typeof(SubscriptionFields).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes the field of a method.</summary>
    /// <exception cref="SchemaException">The method gives no stream, or one of its parameters can come from nowhere.</exception>
    public static Field Make(MethodInfo method, SchemaBuilder builder)
    {
        var stream = builder.GraphTypes.TypeOf(method).Awaited();
        if (!stream.Type.IsOf(typeof(IAsyncEnumerable<>))) throw Misuse();
        if (method.GetParameters().Any(p => p.IsDefined(typeof(ParentAttribute))))
            throw Fault.Of("a root field has no parents: leave out the [Parent] parameter.");
        var call = builder.CallOf(method);
        var item = stream.Item()!.Value;
        var field = new Field(builder.NameOf(method), builder.GraphTypes.Explicit(method, () => builder.GraphTypes.Output(item)))
        {
            Description = builder.DescriptionOf(method),
            DeprecationReason = Annotations.DeprecationReason(method),
            Resolver = new StreamResolver(call, OpenerOf(method.ReturnType, item.Type), ClrMembers.NameOf(method)) { Requires = [] },
        };
        foreach (var argument in call.Arguments) field.Arguments.Add(argument);
        return field;
    }

    /// <summary>Refuses a property, which cannot open a stream for each subscriber.</summary>
    /// <exception cref="SchemaException">Always.</exception>
    public static Field Refuse(PropertyInfo property) => throw Misuse();

    private static SchemaException Misuse() =>
        Fault.Of("what a subscription starts from is a method that returns an IAsyncEnumerable<T> or a Task of one: each item is an event.");

    /// <summary>Gives the stream of what a method returned.</summary>
    /// <param name="returned">What the method returns: a stream, or a task of one.</param>
    /// <param name="item">The type of its items.</param>
    public static Func<object?, ValueTask<IAsyncEnumerable<object?>>> OpenerOf(Type returned, Type item)
    {
        Func<object?, IAsyncEnumerable<object?>> open = item.IsValueType
            ? OfValues.MakeGenericMethod(item).CreateDelegate<Func<object?, IAsyncEnumerable<object?>>>()
            : stream => (IAsyncEnumerable<object?>)stream!;
        if (returned.IsOf(typeof(IAsyncEnumerable<>))) return stream => ValueTask.FromResult(open(stream));
        var awaiter = Results.AwaiterOf(returned);
        return async task => open(await awaiter(task));
    }

    private static BoxedStream<T> Box<T>(object? stream) => new((IAsyncEnumerable<T>)stream!);

    private sealed class StreamResolver(MethodCall call, Func<object?, ValueTask<IAsyncEnumerable<object?>>> open, string name) : SubscriptionResolver
    {
        public override async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel) =>
            await open(call.Invoke(new MethodInput(context.Services, context.Arguments, [], cancel) { Subscription = context as ISubscriptionContext }))
            ?? throw new InvalidOperationException($"{name} returned no stream.");
    }

    // Not an iterator: it must open and close the stream it stands for at once, and iterators wait for the first item.
    private sealed class BoxedStream<T>(IAsyncEnumerable<T> stream) : IAsyncEnumerable<object?>
    {
        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(stream.GetAsyncEnumerator(cancellationToken));

        private sealed class Enumerator(IAsyncEnumerator<T> items) : IAsyncEnumerator<object?>
        {
            public object? Current => items.Current;

            public ValueTask<bool> MoveNextAsync() => items.MoveNextAsync();

            public ValueTask DisposeAsync() => items.DisposeAsync();
        }
    }
}
