using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.Api.Logs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Storage;

/// <summary>How <see cref="DatabaseFunctions"/> read in SQL. They are no part of the model, for a model that is written as code cannot hold translations.</summary>
/// <param name="postgreSql">Whether the database is PostgreSQL rather than SQLite.</param>
/// <param name="expressions">Knows the types of the database.</param>
internal sealed class DatabaseFunctionTranslations(bool postgreSql, ISqlExpressionFactory expressions) : IMethodCallTranslatorPlugin, IMethodCallTranslator
{
    private static readonly RelationalTypeMapping Milliseconds = new LongTypeMapping("bigint", DbType.Int64);

    private static readonly RelationalTypeMapping Duration =
        (RelationalTypeMapping)Milliseconds.WithComposedConverter(new DurationAsMilliseconds());

    private static readonly RelationalTypeMapping Interval = new TimeSpanTypeMapping("interval");

    private static readonly RelationalTypeMapping Seconds = new DoubleTypeMapping("double precision");

    private static readonly RelationalTypeMapping Name = new StringTypeMapping("text", DbType.String);

    private static readonly Dictionary<MethodInfo, Func<IReadOnlyList<SqlExpression>, bool, SqlExpression>> Translations = new()
    {
        [Method(() => DatabaseFunctions.Elapsed(default, default))] = (arguments, postgreSql) => Elapsed(arguments, typeof(TimeSpan), Duration, postgreSql),
        [Method(() => DatabaseFunctions.ElapsedMilliseconds(default, default))] = (arguments, postgreSql) => Elapsed(arguments, typeof(long), Milliseconds, postgreSql),
        [Method(() => DatabaseFunctions.Quotient(default, default))] = (arguments, postgreSql) => CounterArithmetic.Quotient(arguments[0], arguments[1], postgreSql),
        [Method(() => DatabaseFunctions.PerSecond(default, default))] = (arguments, postgreSql) => CounterArithmetic.PerSecond(arguments[0], arguments[1], postgreSql),
        // JSON is stored as its text.
        [Method(() => DatabaseFunctions.JsonText(default))] = (arguments, _) => new SqlUnaryExpression(ExpressionType.Convert, arguments[0], typeof(string), Name),
        [Method(() => LogText.Matches(default, default!))] = LogTextTranslation.Of,
    };

    /// <inheritdoc/>
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    /// <summary>Whether a method is one of the functions.</summary>
    public static bool Has(MethodInfo method) => Translations.ContainsKey(method);

    /// <inheritdoc/>
    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger) =>
        Translations.TryGetValue(method, out var translation) ? translation([.. arguments.Select(argument => expressions.ApplyDefaultTypeMapping(argument))], postgreSql) : null;

    private static MethodInfo Method<T>(Expression<Func<T>> call) => ((MethodCallExpression)call.Body).Method;

    private static SqlExpression Elapsed(IReadOnlyList<SqlExpression> arguments, Type type, RelationalTypeMapping mapping, bool postgreSql)
    {
        var (from, until) = (arguments[0], arguments[1]);

        // On SQLite an instant is a number of milliseconds.
        if (!postgreSql) return new SqlBinaryExpression(ExpressionType.Subtract, until, from, type, mapping);

        var interval = new SqlBinaryExpression(ExpressionType.Subtract, until, from, typeof(TimeSpan), Interval);
        var epoch = new SqlConstantExpression("epoch", typeof(string), Name);
        var seconds = new SqlFunctionExpression("date_part", [epoch, interval], true, [false, true], typeof(double), Seconds);
        var milliseconds = new SqlBinaryExpression(ExpressionType.Multiply, seconds, new SqlConstantExpression(1000d, typeof(double), Seconds), typeof(double), Seconds);
        return new SqlUnaryExpression(ExpressionType.Convert, milliseconds, type, mapping);
    }
}
