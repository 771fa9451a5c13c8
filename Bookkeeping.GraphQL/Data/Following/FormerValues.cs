using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Following;

/// <summary>Puts what columns of a row were in the place of what they are.</summary>
/// <param name="former">What they were.</param>
/// <param name="row">The row.</param>
/// <param name="isOne">Whether a row is one of those; it always is, but a value chosen by it is stored and compared as the column's are.</param>
internal sealed class FormerValues<T>(FormerRow<T> former, Expression row, Expression isOne) : ExpressionVisitor
{
    private static readonly MethodInfo OfMethod = typeof(FormerValues<T>).GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != row) return base.VisitMember(node);
        if (former.Values.TryGetValue(node.Member.Name, out var value)) return Expression.Condition(isOne, Parameter(value, node.Type), node);
        return former.Stored.TryGetValue(node.Member.Name, out var stored) && Follows(stored)
            ? Visit(ParameterReplacer.Replace(stored.Body, stored.Parameters[0], row))
            : node;
    }

    private bool Follows(LambdaExpression stored)
    {
        var read = new MemberNames();
        read.Visit(stored.Body);
        return read.Names.Any(former.Values.ContainsKey);
    }

    private static Expression Parameter(object? value, Type type) => (Expression)OfMethod.MakeGenericMethod(type).Invoke(null, [value])!;

    private static Expression Of<TValue>(TValue value) => Parameters.Of(value);

    private sealed class MemberNames : ExpressionVisitor
    {
        public List<string> Names { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }
    }
}
