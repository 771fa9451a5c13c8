using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Compiles constructors and setters, so that no request pays for reflection.</summary>
internal static class ConstructorCall
{
    /// <summary>What calls a constructor.</summary>
    public static Func<object?[], object> Compile(ConstructorInfo constructor) => CompiledLater.Function(() =>
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var parameters = constructor.GetParameters()
            .Select((p, i) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), p.ParameterType));
        var made = Expression.Convert(Expression.New(constructor, parameters), typeof(object));
        return Expression.Lambda<Func<object?[], object>>(made, values);
    });

    /// <summary>What makes a structure or class without arguments.</summary>
    public static Func<object?[], object> CompileDefault(Type type) => CompiledLater.Function(() =>
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(Expression.New(type), typeof(object)), values);
    });

    /// <summary>What sets a property, an init-only one too.</summary>
    public static Action<object, object?> CompileSetter(PropertyInfo property) => CompiledLater.Action(() =>
    {
        var target = Expression.Parameter(typeof(object), "target");
        var value = Expression.Parameter(typeof(object), "value");
        var owner = property.DeclaringType!;
        var typed = owner.IsValueType ? Expression.Unbox(target, owner) : Expression.Convert(target, owner);
        var assignment = Expression.Assign(Expression.Property(typed, property), Expression.Convert(value, property.PropertyType));
        return Expression.Lambda<Action<object, object?>>(assignment, target, value);
    });
}
