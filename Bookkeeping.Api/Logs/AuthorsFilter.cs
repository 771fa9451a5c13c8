using System.Linq.Expressions;

namespace Bookkeeping.Api.Logs;

/// <summary>Authors as people type them: <c>Pisano,Bize</c>, or <c>!Anonymous</c> to leave somebody out.</summary>
internal static class AuthorsFilter
{
    /// <summary>The most names a list may have.</summary>
    public const int MaxNames = 50;

    /// <summary>Entries whose author's name contains one of the names given, and none of those with an exclamation mark.</summary>
    /// <param name="text">Names separated by commas. Without a name to include, everybody is.</param>
    /// <exception cref="FormatException">The list is too long.</exception>
    public static Expression<Func<LogEntry, bool>> Parse(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > MaxNames) throw new FormatException($"The list has {names.Length} names; at most {MaxNames} are possible.");
        var excluded = names.Where(name => name[0] == '!').Select(name => name[1..].Trim()).Where(name => name.Length > 0);
        var included = names.Where(name => name[0] != '!').ToList();
        var filters = excluded.Select(name => Not(Contains(name))).ToList();
        if (included.Count > 0) filters.Add(included.Select(Contains).Aggregate(OrElse));
        return filters.Count > 0 ? filters.Aggregate(AndAlso) : entry => true;
    }

    private static Expression<Func<LogEntry, bool>> Contains(string name) => entry => entry.Author.Name.Contains(name);

    private static Expression<Func<LogEntry, bool>> Not(Expression<Func<LogEntry, bool>> filter) =>
        Expression.Lambda<Func<LogEntry, bool>>(Expression.Not(filter.Body), filter.Parameters);

    private static Expression<Func<LogEntry, bool>> OrElse(Expression<Func<LogEntry, bool>> left, Expression<Func<LogEntry, bool>> right) =>
        Expression.Lambda<Func<LogEntry, bool>>(Expression.OrElse(left.Body, Body(right, left)), left.Parameters);

    private static Expression<Func<LogEntry, bool>> AndAlso(Expression<Func<LogEntry, bool>> left, Expression<Func<LogEntry, bool>> right) =>
        Expression.Lambda<Func<LogEntry, bool>>(Expression.AndAlso(left.Body, Body(right, left)), left.Parameters);

    /// <summary>A filter's body, about the entry of another filter.</summary>
    private static Expression Body(Expression<Func<LogEntry, bool>> filter, Expression<Func<LogEntry, bool>> about) =>
        new SameEntry(filter.Parameters[0], about.Parameters[0]).Visit(filter.Body);

    private sealed class SameEntry(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
