using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>What the expressions of one statement share.</summary>
/// <param name="model">The entities.</param>
/// <param name="services">The request's services.</param>
/// <param name="options">The limits.</param>
internal sealed class QueryScope(EntityModel model, IServiceProvider services, DataOptions options) : ExpressionVisitor
{
    private DateTimeOffset? now;

    /// <summary>The entities.</summary>
    public EntityModel Model { get; } = model;

    /// <summary>The request's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The limits.</summary>
    public DataOptions Options { get; } = options;

    /// <summary>The present, the same for all that one statement derives from it.</summary>
    public DateTimeOffset Now => now ??= (Services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();

    /// <summary>The expression with each derived property replaced by what it is derived from.</summary>
    public Expression Expand(Expression expression) => Visit(expression);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is { } row && Model.Find(row.Type)?.FindMember(node.Member.Name) is DerivedMember derived
            ? derived.Read(Visit(row), this)
            : base.VisitMember(node);
}
