using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace Bookkeeping.Api.Storage;

#pragma warning disable EF1001 // The provider has no public place for this; the snapshots of statements notice should it change.

/// <summary>Sorts nulls on PostgreSQL as SQLite does: before everything else. A column that holds none is left alone, for an index on it,
/// the primary key's above all, serves only an order that is spelled like it.</summary>
internal sealed class NullOrdering(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types, INpgsqlSingletonOptions options)
    : IQuerySqlGeneratorFactory
{
    /// <inheritdoc/>
    public QuerySqlGenerator Create() => new Generator(dependencies, types, options.PostgresVersion);

    private sealed class Generator(QuerySqlGeneratorDependencies dependencies, IRelationalTypeMappingSource types, Version version)
        : NpgsqlQuerySqlGenerator(dependencies, types, reverseNullOrderingEnabled: false, version)
    {
        protected override Expression VisitOrdering(OrderingExpression ordering)
        {
            var visited = base.VisitOrdering(ordering);
            if (ordering.Expression is not ColumnExpression { IsNullable: false }) Sql.Append(ordering.IsAscending ? " NULLS FIRST" : " NULLS LAST");
            return visited;
        }
    }
}
