using System.Linq.Expressions;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Puts an expression in the place of a lambda's parameter.</summary>
internal sealed class ParameterReplacer : ExpressionVisitor
{
    private readonly ParameterExpression parameter;
    private readonly Expression replacement;

    private ParameterReplacer(ParameterExpression parameter, Expression replacement)
    {
        this.parameter = parameter;
        this.replacement = replacement;
    }

    /// <summary>The body with the replacement wherever the parameter stood.</summary>
    public static Expression Replace(Expression body, ParameterExpression parameter, Expression replacement) =>
        new ParameterReplacer(parameter, replacement).Visit(body);

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;
}
