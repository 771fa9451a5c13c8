using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Filtering;
using Bookkeeping.GraphQL.Data.Following;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data;

/// <summary>The argument <c>where</c> of a subscription: tells which rows of an entity match it, as they are or as they were. A parameter of this
/// type, marked <c>[FromConvention]</c>, gives the field the argument.</summary>
/// <typeparam name="T">The entity's class; its key is one column.</typeparam>
public sealed class RowFilter<T>
    where T : class
{
    private readonly object? given;
    private readonly FilterType type;
    private readonly Entity entity;
    private readonly DataAccess data;
    private RowReads? reads;

    internal RowFilter(object? given, FilterType type, Entity entity, DataAccess data)
    {
        this.given = given;
        this.type = type;
        this.entity = entity;
        this.data = data;
    }

    /// <summary>Whether every row matches.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The properties of the row's own columns that decide, by name. What is read of them can be put back to what it was.</summary>
    public IReadOnlySet<string> Columns => reads!.Columns;

    /// <summary>The lists of the row that decide, and the columns that lead to other rows which decide, by the names of their properties.</summary>
    public IReadOnlySet<string> Relations => reads!.Relations;

    /// <summary>Tells which rows match.</summary>
    /// <param name="services">The services to read with.</param>
    /// <param name="keys">The keys of the rows; one that has no row does not match.</param>
    /// <param name="former">What some columns were, to be taken in place of what they are.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="FieldErrorException">The filter cannot be carried out.</exception>
    public async Task<IReadOnlySet<TKey>> MatchingAsync<TKey>(IServiceProvider services, IReadOnlyCollection<TKey> keys, FormerRow<T> former, CancellationToken cancel)
    {
        var scope = new QueryScope(data, services);
        var rows = EntityQuery.Of(scope.Database.Set<T>());
        var key = entity.SingleKey!.Read(new Operand(rows.Entity, IsNullable: false), scope);
        var isOne = InList<TKey>.Contains([.. keys], key);
        var condition = Condition(rows.Entity, scope);
        if (condition is not null) condition = new FormerValues<T>(former, rows.Entity, isOne).Visit(condition);
        var matching = rows.Where(isOne).Where(condition).Select<TKey>(key.Expression).Expression;
        var query = (IQueryable<TKey>)rows.Provider.CreateQuery(new SlotValues(scope.Slots).Visit(matching));
        return (await query.ToListAsync(cancel)).ToHashSet();
    }

    /// <summary>Reads the filter once, so that what is wrong with it is told, and what it reads is known.</summary>
    internal void Check(IServiceProvider services)
    {
        var scope = new QueryScope(data, services);
        var row = Expression.Parameter(typeof(T), "row");
        var condition = Condition(row, scope);
        IsEmpty = condition is null || condition == Predicates.True;
        reads = RowReads.Of(condition, row, entity);
    }

    private Expression? Condition(Expression row, QueryScope scope) => given is null ? null : type.Build(new FilterScope(scope), new Operand(row, IsNullable: false), given);
}

/// <summary>What columns of a row were.</summary>
/// <param name="Values">The former values by property; what is not named is taken as it is.</param>
/// <param name="Stored">How the database computes columns it stores from others, by property; they follow the former values.</param>
public sealed record FormerRow<T>(IReadOnlyDictionary<string, object?> Values, IReadOnlyDictionary<string, LambdaExpression> Stored);
