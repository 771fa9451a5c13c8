using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>Finds the filters that C# methods make.</summary>
internal static class CustomFilters
{
    /// <summary>The methods that make filters of an entity, in their order.</summary>
    /// <exception cref="SchemaException">A public method of such a class makes no filter.</exception>
    public static IEnumerable<MethodInfo> Of(Entity entity)
    {
        var attribute = typeof(FilterFieldsAttribute<>).MakeGenericType(entity.ClrType);
        return entity.ClrType.Assembly.GetTypes()
            .Where(type => type.IsDefined(attribute, inherit: false))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => Checked(method, entity));
    }

    private static MethodInfo Checked(MethodInfo method, Entity entity) =>
        method.ReturnType == typeof(Expression<>).MakeGenericType(typeof(Func<,>).MakeGenericType(entity.ClrType, typeof(bool)))
            ? method
            : throw DataErrors.StartUp(
                $"{method.DeclaringType!.Name}.{method.Name} stands among the filters of {entity.ClrType.Name}, "
                + $"so it must return Expression<Func<{entity.ClrType.Name}, bool>>.");
}
