using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>Puts the values of slots back into an expression, for EF Core to run it from scratch.</summary>
internal sealed class SlotValues(Slots slots) : ExpressionVisitor
{
    private static readonly MethodInfo CaptureMethod = typeof(SlotValues).GetMethod(nameof(Capture), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo AsParameter = typeof(EF).GetMethod(nameof(EF.Parameter))!;

    private readonly Dictionary<int, Expression> captured = [];

    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node switch
    {
        QueryParameterExpression slot => ValueOf(slot),
        _ => base.VisitExtension(node),
    };

    private Expression ValueOf(QueryParameterExpression slot)
    {
        var place = Slots.PlaceOf(slot);
        if (!captured.TryGetValue(place, out var value))
            captured.Add(place, value = (Expression)CaptureMethod.MakeGenericMethod(slot.Type).Invoke(null, [slots[place]])!);
        return slot.TranslationMode is null ? value : Expression.Call(AsParameter.MakeGenericMethod(slot.Type), value);
    }

    private static Expression Capture<T>(T value) => Parameters.Of(value);
}
