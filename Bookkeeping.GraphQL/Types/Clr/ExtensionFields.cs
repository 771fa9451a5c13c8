using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes fields of an extension class's methods. A method gets all parents at once, so that an N+1 cannot be written;
/// only a pure one, which cannot wait or ask a service, may take them one by one.</summary>
internal static class ExtensionFields
{
    /// <summary>Makes the field of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="extended">The C# type that is extended.</param>
    /// <param name="builder">Gives the field's type, arguments and description.</param>
    /// <exception cref="SchemaException">It is neither a batch method nor a pure one.</exception>
    public static Field Make(MethodInfo method, Type extended, SchemaBuilder builder)
    {
        var parent = ParentOf(method, extended);
        return parent.ParameterType.IsAssignableFrom(extended)
            ? MakePure(method, parent, builder)
            : MakeBatch(method, parent, extended, builder);
    }

    private static Field MakeBatch(MethodInfo method, ParameterInfo parent, Type extended, SchemaBuilder builder)
    {
        if (!IsListOf(parent.ParameterType, extended)) throw Misuse(extended, $"its [Parent] parameter is {Spelled(parent.ParameterType)}");
        var call = builder.CallOf(method);
        var given = builder.GraphTypes.TypeOf(method).Awaited();
        if (!given.Type.IsOf(typeof(IReadOnlyList<>)) || given.Item() is not { } item)
            throw Misuse(extended, $"it returns {Spelled(method.ReturnType)}");
        var type = builder.GraphTypes.Explicit(method, () => builder.GraphTypes.Output(item));
        var resolver = new BatchMethodResolver(call, Results.AwaiterOf(method.ReturnType), ClrMembers.NameOf(method))
        {
            Requires = Requires(parent, extended),
        };
        return Finish(method, type, call, resolver, builder);
    }

    private static Field MakePure(MethodInfo method, ParameterInfo parent, SchemaBuilder builder)
    {
        var isPure = method.IsStatic && method.ReturnType != typeof(void) && !builder.GraphTypes.TypeOf(method).IsAwaitable
            && !method.GetParameters().Any(p => MethodCalls.IsInjected(p) && p != parent);
        if (!isPure)
            throw Misuse(parent.ParameterType, "it takes one [Parent], which only a pure method may: static, synchronous, without services");
        var call = builder.CallOf(method);
        var requires = Requires(parent, parent.ParameterType);
        FieldResolver resolver = method.GetParameters().Length == 1
            ? new PropertyResolver(Getter(method, parent.ParameterType)) { Requires = requires }
            : new PureMethodResolver(call) { Requires = requires };
        return Finish(method, builder.OutputTypeOf(method), call, resolver, builder);
    }

    private static Func<object, object?> Getter(MethodInfo method, Type parentType) => CompiledLater.Function(() =>
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Call(method, Expression.Convert(parent, parentType));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent);
    });

    private static Field Finish(MethodInfo method, GraphType type, MethodCall call, FieldResolver resolver, SchemaBuilder builder)
    {
        var field = new Field(builder.NameOf(method), type)
        {
            Description = builder.DescriptionOf(method),
            DeprecationReason = Annotations.DeprecationReason(method),
            Resolver = resolver,
        };
        foreach (var argument in call.Arguments) field.Arguments.Add(argument);
        return field;
    }

    private static ParameterInfo ParentOf(MethodInfo method, Type extended)
    {
        var parents = method.GetParameters().Where(p => p.IsDefined(typeof(ParentAttribute))).ToArray();
        return parents is [var only] ? only : throw Misuse(extended, $"it has {parents.Length} [Parent] parameters");
    }

    private static IReadOnlyList<string>? Requires(ParameterInfo parent, Type extended)
    {
        var names = parent.GetCustomAttribute<ParentAttribute>()!.Requires;
        Requirements.Check(names, extended);
        return names.Count == 0 ? null : names;
    }

    private static bool IsListOf(Type type, Type extended) =>
        type.IsOf(typeof(IReadOnlyList<>)) && type.GetGenericArguments()[0].IsAssignableFrom(extended);

    private static string Spelled(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Spelled))}>"
        : type.Name;

    private static SchemaException Misuse(Type extended, string found) => Fault.Of(
        $"{found}. A field of an extension class is resolved for all its parents at once: take [Parent] IReadOnlyList<{extended.Name}> "
        + "and return an IReadOnlyList of one value for each parent in their order, or a Task of it.");
}
