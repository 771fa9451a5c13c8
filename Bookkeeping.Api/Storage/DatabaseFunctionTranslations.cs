using System.Data;
using System.Linq.Expressions;
using System.Text.Json;
using Bookkeeping.Api.Logs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookkeeping.Api.Storage;

/// <summary>How <see cref="DatabaseFunctions"/> read in SQL.</summary>
internal static class DatabaseFunctionTranslations
{
    private static readonly RelationalTypeMapping Milliseconds = new LongTypeMapping("bigint", DbType.Int64);

    private static readonly RelationalTypeMapping Duration =
        (RelationalTypeMapping)Milliseconds.WithComposedConverter(new DurationAsMilliseconds());

    private static readonly RelationalTypeMapping Interval = new TimeSpanTypeMapping("interval");

    private static readonly RelationalTypeMapping Seconds = new DoubleTypeMapping("double precision");

    private static readonly RelationalTypeMapping Name = new StringTypeMapping("text", DbType.String);

    // JSON is stored as its text; without this the model would not know how to hand such a value to a function.
    private static readonly RelationalTypeMapping Json =
        (RelationalTypeMapping)Name.WithComposedConverter(new ValueConverter<JsonElement, string>(json => json.GetRawText(), text => JsonElement.Parse(text, default)));

    /// <summary>Makes the functions known to the model.</summary>
    public static void Add(ModelBuilder model, bool postgreSql)
    {
        model.HasDbFunction(() => DatabaseFunctions.Elapsed(default, default))
            .HasTranslation(arguments => Elapsed(arguments, typeof(TimeSpan), Duration, postgreSql));
        model.HasDbFunction(() => DatabaseFunctions.ElapsedMilliseconds(default, default))
            .HasTranslation(arguments => Elapsed(arguments, typeof(long), Milliseconds, postgreSql));
        model.HasDbFunction(() => DatabaseFunctions.Quotient(default, default)).HasTranslation(arguments => CounterArithmetic.Quotient(arguments[0], arguments[1], postgreSql));
        model.HasDbFunction(() => DatabaseFunctions.PerSecond(default, default)).HasTranslation(arguments => CounterArithmetic.PerSecond(arguments[0], arguments[1], postgreSql));
        var jsonText = model.HasDbFunction(() => DatabaseFunctions.JsonText(default));
        jsonText.HasParameter("json").Metadata.TypeMapping = Json;
        jsonText.HasTranslation(arguments => new SqlUnaryExpression(ExpressionType.Convert, arguments[0], typeof(string), Name));
        model.HasDbFunction(() => LogText.Matches(default, default!)).HasTranslation(arguments => LogTextTranslation.Of(arguments, postgreSql));
    }

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
