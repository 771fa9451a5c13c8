using System.Linq.Expressions;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>Finds the properties that an expression reads.</summary>
internal sealed class ColumnsOf : ExpressionVisitor
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Expression(LambdaExpression expression)
    {
        var found = new ColumnsOf();
        found.Visit(expression.Body);
        return found.names;
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        names.Add(node.Member.Name);
        return base.VisitMember(node);
    }
}
