using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>Reads what a root method's query gives.</summary>
/// <typeparam name="T">The entity's class.</typeparam>
/// <param name="method">The method; it returns the query.</param>
/// <param name="list">What it lists, and the field's arguments.</param>
/// <param name="data">The database.</param>
internal abstract class RootResolver<T>(MethodCall method, EntityList list, DataAccess data) : BatchResolver
    where T : class
{
    /// <summary>What the query lists, and the field's arguments.</summary>
    protected EntityList List { get; } = list;

    /// <summary>The limits.</summary>
    protected DataOptions Options => data.Options;

    /// <inheritdoc/>
    public sealed override async ValueTask<IReadOnlyList<object?>> ResolveAsync(
        IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var scope = data.ScopeOf(context);
        var query = (IQueryable<T>)method.Invoke(new MethodInput(context.Services, context.Arguments, [], cancel))!;
        var rows = EntityQuery.Of(query);
        rows = rows with { Source = scope.Slots.Lift(rows.Source) };
        var where = scope.Slots.LiftOptional(List.Where.Read(context, rows.Entity, scope));
        return [await ReadAsync(context, rows, where, scope, cancel)];
    }

    /// <summary>The field's value.</summary>
    /// <param name="context">The field.</param>
    /// <param name="rows">The rows of the method.</param>
    /// <param name="where">The condition <c>where</c>; null for none.</param>
    /// <param name="scope">What the statement's expressions share.</param>
    /// <param name="cancel">Ends with the request.</param>
    protected abstract Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, Expression? where, QueryScope scope, CancellationToken cancel);
}
