using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>What the expressions of one field's statements share.</summary>
/// <param name="data">The database.</param>
/// <param name="services">The request's services.</param>
internal sealed class QueryScope(DataAccess data, IServiceProvider services) : ExpressionVisitor
{
    private DateTimeOffset? now;

    /// <summary>The database.</summary>
    public DataAccess Data { get; } = data;

    /// <summary>The request's context of it.</summary>
    public DbContext Database => field ??= Data.Model.Context(Services);

    /// <summary>The values of the statements.</summary>
    public Slots Slots { get; } = new();

    /// <summary>The entities.</summary>
    public EntityModel Model => Data.Model;

    /// <summary>The request's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The limits.</summary>
    public DataOptions Options => Data.Options;

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
