using System.Collections.Concurrent;
using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>The statements of one planned field: EF Core writes each once, after that only values are filled in.</summary>
internal sealed class FieldStatements
{
    // Shapes follow a client's variables, so they must not pile up; what finds no room is looked up by its whole expression each time.
    private const int MaxShapes = 32;

    private readonly ConcurrentDictionary<Shape, Planned> planned = [];

    /// <summary>The statements of a planned field.</summary>
    public static FieldStatements Of(ISelection selection) => selection.GetOrAddState(static _ => new FieldStatements());

    /// <summary>Reads rows.</summary>
    /// <param name="shape">What tells the statement from others of this field.</param>
    /// <param name="scope">The values, and the database.</param>
    /// <param name="build">The whole statement; asked for when the shape is new. It needs no slots that are not there yet, but those of derived members.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<List<T>> ReadAsync<T>(Shape shape, QueryScope scope, Func<Expression> build, CancellationToken cancel)
    {
        var rows = new List<T>();
        await foreach (var row in Run<IAsyncEnumerable<T>>(shape, scope, build, cancel).WithCancellation(cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>Reads one number.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task<int> CountAsync(Shape shape, QueryScope scope, Func<Expression> build, CancellationToken cancel) => Run<Task<int>>(shape, scope, build, cancel);

    private TResult Run<TResult>(Shape shape, QueryScope scope, Func<Expression> build, CancellationToken cancel)
    {
        if (!scope.Slots.IsComplete) return FromScratch<TResult>(build(), scope, cancel);
        if (planned.TryGetValue(shape, out var known)) return Execute((Planned<TResult>)known, scope, cancel);
        var derived = scope.Slots.DerivedCount;
        var statement = build();
        if (!scope.Slots.IsComplete) return FromScratch<TResult>(statement, scope, cancel);
        var made = Plan<TResult>(statement, scope, derived);
        if (planned.Count < MaxShapes) planned.TryAdd(shape, made);
        return Execute(made, scope, cancel);
    }

    private static Planned<TResult> Plan<TResult>(Expression statement, QueryScope scope, int derived)
    {
        var naming = new SlotNaming(scope.Slots);
        var query = naming.Visit(statement);
        return new Planned<TResult>(scope.Data.Compiled.Get<TResult>(query, scope.Database), naming.Names, [.. scope.Slots.DerivedSince(derived)]);
    }

    private static TResult Execute<TResult>(Planned<TResult> statement, QueryScope scope, CancellationToken cancel)
    {
        foreach (var member in statement.Derived) scope.Slots.Define(member, scope.Now);
        var query = scope.Database.GetService<IQueryContextFactory>().Create();
        query.CancellationToken = cancel;
        for (var place = 0; place < statement.Names.Length; place++)
            if (statement.Names[place] is { } name) query.Parameters.Add(name, scope.Slots[place]);
        return statement.Run(query);
    }

    private static TResult FromScratch<TResult>(Expression statement, QueryScope scope, CancellationToken cancel) =>
        scope.Database.GetService<IAsyncQueryProvider>().ExecuteAsync<TResult>(new SlotValues(scope.Slots).Visit(statement), cancel);

    private abstract record Planned(string?[] Names, DerivedMember[] Derived);

    /// <param name="Run">Runs the statement.</param>
    /// <param name="Names">The parameter that each slot's value is for, by place; null for none.</param>
    /// <param name="Derived">The members whose slots follow those of the shape.</param>
    private sealed record Planned<TResult>(Func<QueryContext, TResult> Run, string?[] Names, DerivedMember[] Derived) : Planned(Names, Derived);
}
