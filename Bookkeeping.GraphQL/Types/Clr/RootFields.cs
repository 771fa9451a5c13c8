using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes fields of a root class's methods and properties. Each is called once, for roots have one parent.</summary>
internal static class RootFields
{
    /// <summary>Makes the field of a method.</summary>
    public static Field Make(MethodInfo method, SchemaBuilder builder) => Make(method, method, builder);

    /// <summary>Makes the field of a property.</summary>
    public static Field Make(PropertyInfo property, SchemaBuilder builder) => Make(property, property.GetMethod!, builder);

    private static Field Make(MemberInfo member, MethodInfo method, SchemaBuilder builder)
    {
        var awaiter = Results.AwaiterOf(method.ReturnType);
        var call = builder.CallOf(method);
        if (method.GetParameters().Any(p => p.IsDefined(typeof(ParentAttribute))))
            throw Fault.Of("a root field has no parents: leave out the [Parent] parameter, or move the method to an extension class.");
        var field = new Field(builder.NameOf(member), builder.OutputTypeOf(member))
        {
            Description = builder.DescriptionOf(member),
            DeprecationReason = Annotations.DeprecationReason(member),
            Resolver = builder.GraphTypes.TypeOf(method).Awaited() is { Type: var given } stream && given.IsOf(typeof(IAsyncEnumerable<>))
                ? new StreamResolver(call, awaiter, SubscriptionFields.OpenerOf(method.ReturnType, stream.Item()!.Value.Type)) { Requires = [] }
                : new RootResolver(call, awaiter, IsPure(method, builder)) { Requires = [] },
        };
        foreach (var argument in call.Arguments) field.Arguments.Add(argument);
        return field;
    }

    private static bool IsPure(MethodInfo method, SchemaBuilder builder) =>
        method.IsStatic && !builder.GraphTypes.TypeOf(method).IsAwaitable && !method.GetParameters().Any(MethodCalls.IsInjected);

    private sealed class RootResolver(MethodCall call, Func<object?, ValueTask<object?>> awaiter, bool isPure) : BatchResolver
    {
        public override bool IsPure => isPure;

        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(
            IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel) =>
            [await awaiter(call.Invoke(new MethodInput(context.Services, context.Arguments, [], cancel)))];
    }

    /// <summary>Gives a list that is made bit by bit: as a stream to a client that takes it so, else as a whole.</summary>
    private sealed class StreamResolver(
        MethodCall call, Func<object?, ValueTask<object?>> awaiter, Func<object?, ValueTask<IAsyncEnumerable<object?>>> open) : BatchResolver
    {
        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
        {
            var made = call.Invoke(new MethodInput(context.Services, context.Arguments, [], cancel));
            return [context.Selection.IsStreamed ? await open(made) : await awaiter(made)];
        }
    }
}
