using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Sorting;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>One page of an entity's rows, from its arguments to the connection: which rows, in which order, and what becomes of them.</summary>
/// <typeparam name="T">The entity's class.</typeparam>
internal sealed class PageReading<T>
    where T : class
{
    private readonly EntityList list;
    private readonly PageRequest page;
    private readonly PagePlan plan;
    private readonly QueryScope scope;
    private readonly Cursor cursors;
    private readonly Ordering ordering;
    private readonly Expression? between;
    private readonly Expression size;

    /// <summary>Reads the field's arguments.</summary>
    /// <exception cref="FieldErrorException">One of them is wrong.</exception>
    /// <param name="context">The field.</param>
    /// <param name="list">What it lists.</param>
    /// <param name="scope">What its statements share.</param>
    /// <param name="row">A row, as the statements name it.</param>
    public PageReading(IFieldContext context, EntityList list, QueryScope scope, Expression row)
    {
        this.list = list;
        this.scope = scope;
        plan = PagePlan.Of(context.Selection, list.Entity, list.NodeType);
        page = PageRequest.Read(context, scope.Options);
        ordering = list.Order.Read(context, scope.Options);
        cursors = new Cursor(list.Entity, ordering);
        between = scope.Slots.LiftOptional(Between(context, row));
        size = scope.Slots.Add(plan.Neighbours ? page.Size + 1 : page.Size);
    }

    /// <summary>Whether a statement for rows is needed.</summary>
    public bool NeedsRows => plan.Rows && (page.Size > 0 || plan.Neighbours);

    /// <summary>Whether a statement for their number is needed.</summary>
    public bool NeedsCount => plan.Count;

    /// <summary>The rows of the page, in the order of reading, and one more if it matters whether there is one.</summary>
    public EntityQuery Limit(EntityQuery rows) => Order(rows.Where(between)).Take(size);

    /// <summary>What tells the statement for the rows from others of the same field.</summary>
    /// <param name="source">The rows that a method gives; null when they are always the same.</param>
    /// <param name="where">The condition <c>where</c>; null for none.</param>
    /// <param name="isOfOne">Whether there is only one list to take them from.</param>
    public Shape Shape(Expression? source, Expression? where, bool isOfOne = true) =>
        new((isOfOne, page.IsBackward), source, Predicates.Both(where, between), ordering.Name);

    /// <summary>The rows in the order of reading.</summary>
    public EntityQuery Order(EntityQuery rows) => rows.OrderBy(page.IsBackward ? ordering.Reversed() : ordering, scope);

    /// <summary>The rows with the columns wanted.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="parent">The key of the parent a row belongs to; null when there is one parent only.</param>
    public Expression Select(EntityQuery rows, Expression? parent)
    {
        var entity = new Operand(rows.Entity, IsNullable: false);
        var keys = plan.Keys ? ordering.Keys.Select(key => key.Read(entity, scope)) : null;
        return rows.Select<Row<T>>(Row<T>.Of(plan.Projection.Body(rows.Entity, scope), parent, keys)).Expression;
    }

    /// <summary>The connection.</summary>
    /// <param name="rows">What was read, in the order of reading.</param>
    /// <param name="totalCount">The number of rows on all pages; 0 when it is not wanted.</param>
    public Connection Connection(List<Row<T>> rows, int totalCount)
    {
        var isMore = rows.Count > page.Size;
        if (isMore) rows.RemoveAt(page.Size);
        if (page.IsBackward) rows.Reverse();
        return new Connection
        {
            PageInfo = Info(rows, isMore),
            Edges = plan.Edges ? rows.ConvertAll(Edge).ToArray() : null,
            Nodes = plan.Nodes ? rows.ConvertAll(row => (object)row.Entity).ToArray() : null,
            TotalCount = totalCount,
        };
    }

    private Expression? Between(IFieldContext context, Expression row)
    {
        var after = Place(context, "after", page.After) is { } start ? Seek.Behind(ordering, start, row, scope) : null;
        var before = Place(context, "before", page.Before) is { } end ? Seek.Behind(ordering.Reversed(), end, row, scope) : null;
        return Predicates.Both(after, before);
    }

    private PageInfo Info(List<Row<T>> rows, bool isMore) => new()
    {
        // Towards where reading began there is at least the row of the cursor given.
        HasNextPage = page.IsBackward ? page.Before is not null : isMore,
        HasPreviousPage = page.IsBackward ? isMore : page.After is not null,
        StartCursor = plan.Ends && rows.Count > 0 ? cursors.Of(rows[0].Keys!) : null,
        EndCursor = plan.Ends && rows.Count > 0 ? cursors.Of(rows[^1].Keys!) : null,
    };

    private object Edge(Row<T> row) => new Edge { Node = row.Entity, Cursor = plan.Cursors ? cursors.Of(row.Keys!) : null };

    private IReadOnlyList<object?>? Place(IFieldContext context, string argument, string? cursor) =>
        cursor is null
            ? null
            : cursors.Read(cursor, scope.Options.MaxCursorLength) ?? throw DataErrors.InvalidCursor(Coordinate.Of(context), argument, cursor);
}
