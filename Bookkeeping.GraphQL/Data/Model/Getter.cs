using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>Reads properties of rows in memory.</summary>
internal static class Getter
{
    /// <summary>Compiles the reading of a property, whatever its visibility.</summary>
    public static Func<object, object?> Of(PropertyInfo property) => CompiledLater.Function(() =>
    {
        var row = Expression.Parameter(typeof(object), "row");
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row);
    });
}
