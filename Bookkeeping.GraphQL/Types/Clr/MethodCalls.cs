using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Prepares the calls of C# methods: where each parameter comes from, and the instance.</summary>
internal sealed class MethodCalls(ArgumentMaker arguments)
{
    /// <summary>Whether a parameter is filled by us and not by the client.</summary>
    public static bool IsInjected(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken)
        || parameter.ParameterType == typeof(IServiceProvider)
        || parameter.ParameterType == typeof(ISubscriptionContext)
        || parameter.IsDefined(typeof(FromConventionAttribute))
        || parameter.IsDefined(typeof(ServiceAttribute))
        || parameter.IsDefined(typeof(ParentAttribute));

    /// <summary>Prepares the call of a method.</summary>
    /// <exception cref="SchemaException">A parameter can come from nowhere.</exception>
    public MethodCall Of(MethodInfo method)
    {
        if (method.IsGenericMethodDefinition) throw Fault.Of("a generic method has no single type: write one for each type.");
        var taken = new List<InputValue>();
        var sources = method.GetParameters().Select(p => SourceOf(p, taken)).ToArray();
        var instance = method.IsStatic ? null : InstanceOf(method.ReflectedType!);
        var invoke = Compile(method);
        return new MethodCall(taken, input =>
        {
            var values = new object?[sources.Length];
            for (var i = 0; i < values.Length; i++) values[i] = sources[i](input);
            return invoke(instance?.Invoke(input.Services), values);
        });
    }

    private Func<MethodInput, object?> SourceOf(ParameterInfo parameter, List<InputValue> taken)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken)) return input => input.Cancel;
        if (type == typeof(IServiceProvider)) return input => input.Services;
        if (type == typeof(ISubscriptionContext)) return input => input.Subscription;
        if (parameter.IsDefined(typeof(FromConventionAttribute))) return input => input.Arguments.GetValueOrDefault(parameter.Name!);
        if (parameter.IsDefined(typeof(ServiceAttribute))) return ServiceSource(parameter);
        if (parameter.IsDefined(typeof(ParentAttribute))) return ParentSource(type);
        var (argument, read) = arguments.Make(parameter);
        taken.Add(argument);
        return input => read(input.Arguments);
    }

    private Func<MethodInput, object?> ServiceSource(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (arguments.IsNullable(parameter)) return input => input.Services.GetService(type);
        return input => input.Services.GetRequiredService(type);
    }

    private static Func<MethodInput, object?> ParentSource(Type type)
    {
        if (!type.IsOf(typeof(IReadOnlyList<>))) return input => input.Parents[0];
        var list = typeof(ParentList<>).MakeGenericType(type.GetGenericArguments());
        var parents = Expression.Parameter(typeof(IReadOnlyList<object>), "parents");
        var make = Expression.Lambda<Func<IReadOnlyList<object>, object>>(Expression.New(list.GetConstructors()[0], parents), parents).Compile();
        return input => make(input.Parents);
    }

    // A class that is registered lives as its registration says; any other is made for the call.
    private static Func<IServiceProvider, object> InstanceOf(Type type)
    {
        var make = new Lazy<ObjectFactory>(() => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));
        return services => services.GetService(type) ?? make.Value(services, null);
    }

    private static Func<object?, object?[], object?> Compile(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var values = Expression.Parameter(typeof(object?[]), "values");
        var parameters = method.GetParameters()
            .Select((p, i) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), p.ParameterType));
        var call = Expression.Call(method.IsStatic ? null : Expression.Convert(instance, method.ReflectedType!), method, parameters);
        Expression body = method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        var lambda = Expression.Lambda<Func<object?, object?[], object?>>(body, instance, values);
        return CompiledLater.Function(() => lambda);
    }
}
