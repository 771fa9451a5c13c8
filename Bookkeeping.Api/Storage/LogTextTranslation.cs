using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Storage;

/// <summary>Full-text search in SQL: <c>number IN (SELECT rowid FROM log_entry_words(phrase))</c>. On SQLite the function is the index
/// itself, on PostgreSQL a function over the indexed columns. Being uncorrelated, it is asked once a statement, not once a row.</summary>
internal static class LogTextTranslation
{
    private const string Function = "log_entry_words";

    // One letter, as the aliases that the query pipeline gives: it numbers them anew and reads the rest as a number.
    private const string Alias = "w";

    private static readonly RelationalTypeMapping Integer = new IntTypeMapping("integer", DbType.Int32);

    private static readonly RelationalTypeMapping Truth = new BoolTypeMapping("boolean", DbType.Boolean);

    private static readonly RelationalTypeMapping Text = new StringTypeMapping("text", DbType.String);

    /// <summary>Translates <see cref="Logs.LogText.Matches"/>.</summary>
    public static SqlExpression Of(IReadOnlyList<SqlExpression> arguments, bool postgreSql)
    {
        var phrase = postgreSql ? arguments[1] : Quoted(arguments[1]);
        var words = new TableValuedFunctionExpression(Alias, Function, [phrase]);
        var rowid = new ColumnExpression("rowid", Alias, typeof(int), Integer, nullable: false);
#pragma warning disable EF1001 // The only way to write a subquery in a translation; the tests of the filter run it on both databases.
        var matching = new SelectExpression(
            alias: null, [words], predicate: null, groupBy: [], having: null, [new ProjectionExpression(rowid, "rowid")],
            distinct: false, orderings: [], offset: null, limit: null, new SqlAliasManager());
#pragma warning restore EF1001
        return new InExpression(arguments[0], matching, Truth);
    }

    /// <summary>A phrase as one quoted string of SQLite's query syntax, in which nothing but a quote has a meaning.</summary>
    private static SqlExpression Quoted(SqlExpression phrase)
    {
        var doubled = new SqlFunctionExpression(
            "replace", [phrase, Constant("\""), Constant("\"\"")], true, [true, false, false], typeof(string), Text);
        return Concat(Concat(Constant("\""), doubled), Constant("\""));
    }

    private static SqlBinaryExpression Concat(SqlExpression left, SqlExpression right) =>
        new(ExpressionType.Add, left, right, typeof(string), Text);

    private static SqlConstantExpression Constant(string text) => new(text, typeof(string), Text);
}
