using System.Linq.Expressions;
using Bookkeeping.GraphQL.Execution.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>The statements that EF Core has written, each once for all plans and values. Bounded; safe for concurrent use.</summary>
internal sealed class CompiledStatements(int capacity)
{
    private readonly BoundedCache<Expression, Delegate> statements = new(capacity, capacity, ExpressionEqualityComparer.Instance);

    /// <summary>The function that runs a statement.</summary>
    /// <param name="query">The statement, its values query parameters.</param>
    /// <param name="database">A context of the database.</param>
    /// <typeparam name="TResult">What it gives: rows as <see cref="IAsyncEnumerable{T}"/>, or a <see cref="Task{T}"/> of a number.</typeparam>
    public Func<QueryContext, TResult> Get<TResult>(Expression query, DbContext database)
    {
        if (statements.TryGet(query, out var known)) return (Func<QueryContext, TResult>)known;
        var compiled = database.GetService<IDatabase>().CompileQuery<TResult>(query, async: true);
        statements.Add(query, compiled, valueWeight: 1);
        return compiled;
    }
}
