using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>The methods of <see cref="Queryable"/>, closed over the types of a query; each is looked up once.</summary>
internal static class QueryMethods
{
    private static readonly MethodInfo WhereMethod = Open<object>(q => q.Where(x => true));
    private static readonly MethodInfo TakeMethod = Open<object>(q => q.Take(1));
    private static readonly MethodInfo SkipMethod = Open<object>(q => q.Skip(1));
    private static readonly MethodInfo CountMethod = ((Func<IQueryable<object>, int>)Queryable.Count).Method.GetGenericMethodDefinition();
    private static readonly MethodInfo SelectMethod = Open<object>(q => q.Select(x => x));
    private static readonly MethodInfo OrderByMethod = Open<object>(q => q.OrderBy(x => x));
    private static readonly MethodInfo OrderByDescendingMethod = Open<object>(q => q.OrderByDescending(x => x));
    private static readonly MethodInfo ThenByMethod = Open<object>(q => q.OrderBy(x => x).ThenBy(x => x));
    private static readonly MethodInfo ThenByDescendingMethod = Open<object>(q => q.OrderBy(x => x).ThenByDescending(x => x));

    private static readonly ConcurrentDictionary<(MethodInfo Method, Type Source, Type? Other), MethodInfo> Closed = [];

    public static MethodInfo Where(Type source) => Close(WhereMethod, source, null);

    public static MethodInfo Take(Type source) => Close(TakeMethod, source, null);

    public static MethodInfo Skip(Type source) => Close(SkipMethod, source, null);

    public static MethodInfo Count(Type source) => Close(CountMethod, source, null);

    public static MethodInfo Select(Type source, Type result) => Close(SelectMethod, source, result);

    public static MethodInfo OrderBy(Type source, Type key, bool isFirst, bool isDescending) => Close(
        (isFirst, isDescending) switch
        {
            (true, false) => OrderByMethod,
            (true, true) => OrderByDescendingMethod,
            (false, false) => ThenByMethod,
            (false, true) => ThenByDescendingMethod,
        },
        source,
        key);

    private static MethodInfo Close(MethodInfo method, Type source, Type? other) =>
        Closed.GetOrAdd((method, source, other), static key =>
            key.Method.MakeGenericMethod(key.Other is null ? [key.Source] : [key.Source, key.Other]));

    private static MethodInfo Open<T>(Expression<Func<IQueryable<T>, object>> example)
    {
        var body = example.Body is UnaryExpression convert ? convert.Operand : example.Body;
        return ((MethodCallExpression)body).Method.GetGenericMethodDefinition();
    }
}
