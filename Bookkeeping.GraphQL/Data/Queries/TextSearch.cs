using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Looks for a text in another, telling capitals from small letters on every database.</summary>
/// <remarks>
/// On SQLite the beginning and the end are found by LIKE, which takes A for a; so a second condition compares exactly. The first one stays,
/// for it can use an index.
/// </remarks>
internal static class TextSearch
{
    private static readonly MethodInfo ContainsMethod = Method(nameof(string.Contains), typeof(string));
    private static readonly MethodInfo StartsWithMethod = Method(nameof(string.StartsWith), typeof(string));
    private static readonly MethodInfo EndsWithMethod = Method(nameof(string.EndsWith), typeof(string));
    private static readonly MethodInfo IndexOfMethod = Method(nameof(string.IndexOf), typeof(string));
    private static readonly MethodInfo SubstringMethod = Method(nameof(string.Substring), typeof(int));

    /// <summary>The text contains another.</summary>
    public static Expression Contains(Expression text, string part) => Expression.Call(text, ContainsMethod, Parameters.Of(part));

    /// <summary>The text starts with another.</summary>
    public static Expression StartsWith(Expression text, string start)
    {
        var parameter = Parameters.Of(start);
        var place = Expression.Call(text, IndexOfMethod, parameter);
        return Expression.AndAlso(Expression.Call(text, StartsWithMethod, parameter), Expression.Equal(place, Expression.Constant(0)));
    }

    /// <summary>The text ends with another.</summary>
    public static Expression EndsWith(Expression text, string end)
    {
        var parameter = Parameters.Of(end);
        var place = Expression.Subtract(Expression.Property(text, nameof(string.Length)), Parameters.Of(end.Length));
        var rest = Expression.Call(text, SubstringMethod, place);
        return Expression.AndAlso(Expression.Call(text, EndsWithMethod, parameter), Expression.Equal(rest, parameter));
    }

    private static MethodInfo Method(string name, Type argument) => typeof(string).GetMethod(name, [argument])!;
}
