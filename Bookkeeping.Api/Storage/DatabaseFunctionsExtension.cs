using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.Api.Storage;

/// <summary>Adds <see cref="DatabaseFunctionTranslations"/> to the services of a context.</summary>
/// <param name="postgreSql">Whether the database is PostgreSQL rather than SQLite.</param>
internal sealed class DatabaseFunctionsExtension(bool postgreSql) : IDbContextOptionsExtension
{
    /// <inheritdoc/>
    public DbContextOptionsExtensionInfo Info => field ??= new ExtensionInfo(this, postgreSql);

    /// <inheritdoc/>
    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services)
            .TryAdd<IMethodCallTranslatorPlugin, DatabaseFunctionTranslations>(
                provider => new DatabaseFunctionTranslations(postgreSql, provider.GetRequiredService<ISqlExpressionFactory>()))
            .TryAdd<IEvaluatableExpressionFilterPlugin, InDatabaseOnly>();

    /// <inheritdoc/>
    public void Validate(IDbContextOptions options)
    {
        // There is nothing to choose.
    }

    /// <summary>Lets no function be computed before the statement is sent, whatever its arguments are.</summary>
    private sealed class InDatabaseOnly : IEvaluatableExpressionFilterPlugin
    {
        /// <inheritdoc/>
        public bool IsEvaluatableExpression(Expression expression) => expression is not MethodCallExpression call || !DatabaseFunctionTranslations.Has(call.Method);
    }

    private sealed class ExtensionInfo(DatabaseFunctionsExtension extension, bool postgreSql) : DbContextOptionsExtensionInfo(extension)
    {
        /// <inheritdoc/>
        public override bool IsDatabaseProvider => false;

        /// <inheritdoc/>
        public override string LogFragment => "";

        /// <inheritdoc/>
        public override int GetServiceProviderHashCode() => postgreSql ? 1 : 0;

        /// <inheritdoc/>
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo && other.GetServiceProviderHashCode() == GetServiceProviderHashCode();

        /// <inheritdoc/>
        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Bookkeeping:DatabaseFunctions"] = postgreSql ? "PostgreSQL" : "SQLite";
    }
}
