using System.Linq.Expressions;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>A value within a statement.</summary>
/// <param name="Expression">The value; of a non-nullable type also where a missing row makes it null.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal readonly record struct Operand(Expression Expression, bool IsNullable)
{
    /// <summary>The value in a type that has null.</summary>
    public Expression Lifted =>
        Expression.Type.IsValueType && Nullable.GetUnderlyingType(Expression.Type) is null
            ? Expression.Convert(Expression, typeof(Nullable<>).MakeGenericType(Expression.Type))
            : Expression;

    /// <summary>Whether the value is null.</summary>
    public Expression IsNull =>
        IsNullable ? Expression.Equal(Lifted, Expression.Constant(null, Lifted.Type)) : Predicates.False;

    /// <summary>Whether the value is not null.</summary>
    public Expression IsNotNull =>
        IsNullable ? Expression.NotEqual(Lifted, Expression.Constant(null, Lifted.Type)) : Predicates.True;
}
