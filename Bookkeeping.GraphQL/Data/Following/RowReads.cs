using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;

namespace Bookkeeping.GraphQL.Data.Following;

/// <summary>What a condition reads of a row.</summary>
internal sealed class RowReads : ExpressionVisitor
{
    private readonly HashSet<string> columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> relations = new(StringComparer.Ordinal);
    private readonly Expression row;
    private readonly Entity entity;

    private RowReads(Expression row, Entity entity)
    {
        this.row = row;
        this.entity = entity;
    }

    /// <summary>The columns by their properties.</summary>
    public IReadOnlySet<string> Columns => columns;

    /// <summary>The lists, and the columns that lead to other rows, by their properties.</summary>
    public IReadOnlySet<string> Relations => relations;

    /// <summary>What a condition reads; nothing when there is none.</summary>
    public static RowReads Of(Expression? condition, Expression row, Entity entity)
    {
        var reads = new RowReads(row, entity);
        if (condition is not null) reads.Visit(condition);
        return reads;
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != row) return base.VisitMember(node);
        var name = node.Member.Name;
        if (entity.FindReference(name) is { } reference) relations.Add(reference.OwnColumn?.Name ?? name);
        else if (entity.FindMember(name) is Column) columns.Add(name);
        else relations.Add(name);
        return node;
    }
}
