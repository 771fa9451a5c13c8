using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Storage;

/// <summary>How divisions of counters of 64 bits without sign read in SQL.</summary>
/// <remarks>PostgreSQL stores them as numbers of 20 digits. SQLite stores them less 2^63 (<see cref="UnsignedAsSigned"/>), so they are put right
/// before, and the result is stored so again. What exceeds 2^63 - 1 there is a floating-point number to SQLite, with 15 digits.</remarks>
internal static class CounterArithmetic
{
    private static readonly RelationalTypeMapping Whole = new LongTypeMapping("INTEGER", DbType.Int64);

    private static readonly RelationalTypeMapping Offset = (RelationalTypeMapping)Whole.WithComposedConverter(new UnsignedAsSigned());

    private static readonly RelationalTypeMapping Numeric = new DecimalTypeMapping("numeric(20,0)", DbType.Decimal);

    private static readonly RelationalTypeMapping Counter =
        (RelationalTypeMapping)Numeric.WithComposedConverter(new Microsoft.EntityFrameworkCore.Storage.ValueConversion.CastingConverter<ulong, decimal>());

    /// <summary>One counter divided by another, rounded down; null where the divisor is 0.</summary>
    public static SqlExpression Quotient(SqlExpression dividend, SqlExpression divisor, bool postgreSql) => postgreSql
        ? Divide(dividend, Function("nullif", [divisor, Constant(0, Numeric)], Numeric))
        : Stored(new SqlBinaryExpression(ExpressionType.Divide, Value(dividend), Value(divisor), typeof(long), Whole));

    /// <summary>A counter per second, rounded down, for a time above 0.</summary>
    public static SqlExpression PerSecond(SqlExpression counter, SqlExpression milliseconds, bool postgreSql)
    {
        if (!postgreSql) return Stored(new SqlBinaryExpression(ExpressionType.Divide, Times1000(Value(counter), Whole), milliseconds, typeof(long), Whole));
        return Function("least", [Divide(Times1000(counter, Numeric), milliseconds), Constant(long.MaxValue, Numeric)], Counter);
    }

    private static SqlExpression Divide(SqlExpression dividend, SqlExpression divisor) => Function("div", [dividend, divisor], Counter);

    private static SqlBinaryExpression Times1000(SqlExpression value, RelationalTypeMapping mapping) =>
        new(ExpressionType.Multiply, value, Constant(1000, mapping), mapping.ClrType, mapping);

    // 2^63 is one more than a whole number of SQLite can be.
    private static SqlBinaryExpression Value(SqlExpression stored) => Add(Add(stored, long.MaxValue), 1);

    private static SqlBinaryExpression Stored(SqlExpression value) =>
        new(ExpressionType.Subtract, Add(new SqlUnaryExpression(ExpressionType.Convert, value, typeof(long), Whole), -long.MaxValue), Constant(1, Whole), typeof(ulong), Offset);

    private static SqlBinaryExpression Add(SqlExpression value, long number) => new(ExpressionType.Add, value, Constant(number, Whole), typeof(long), Whole);

    private static SqlConstantExpression Constant(long number, RelationalTypeMapping mapping) =>
        mapping == Numeric ? new((decimal)number, typeof(decimal), mapping) : new(number, typeof(long), mapping);

    private static SqlFunctionExpression Function(string name, SqlExpression[] arguments, RelationalTypeMapping mapping) =>
        new(name, arguments, nullable: true, [.. arguments.Select(_ => true)], mapping == Counter ? typeof(ulong) : mapping.ClrType, mapping);
}
