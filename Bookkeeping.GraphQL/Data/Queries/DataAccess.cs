using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>The database as resolvers reach it.</summary>
/// <param name="Model">The entities.</param>
/// <param name="Options">The limits.</param>
internal sealed record DataAccess(EntityModel Model, DataOptions Options)
{
    /// <summary>The statements written so far.</summary>
    public CompiledStatements Compiled { get; } = new(Options.StatementCacheCount);

    /// <summary>What the expressions of one field share.</summary>
    public QueryScope ScopeOf(IFieldContext context) => new(this, context.Services);
}
