using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>Moves the values that an expression captured into slots.</summary>
/// <remarks>It takes what it is sure of: variables of closures and their members. Where a value would have to be computed first, or holds an
/// expression itself, it gives up, and EF Core does what it always does.</remarks>
internal sealed class ValueLifter(Slots slots) : ExpressionVisitor
{
    private static readonly MethodInfo AsParameter = typeof(EF).GetMethod(nameof(EF.Parameter))!;

    private List<(object? Owner, MemberInfo Member, QueryParameterExpression Slot)>? lifted;

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (!IsCaptured(node)) return base.VisitMember(node);
        return IsPlain(node.Type) ? SlotOf(node, isOneParameter: false) : GiveUp(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.IsGenericMethod && node.Method.GetGenericMethodDefinition() == AsParameter)
            return node.Arguments[0] is MemberExpression member && IsCaptured(member) && IsPlain(member.Type) ? SlotOf(member, isOneParameter: true) : GiveUp(node);
        // The C# compiler prefers spans, which EF Core reads as the arrays they are made of.
        if (node.Method.DeclaringType == typeof(MemoryExtensions) && node is { Method.Name: nameof(MemoryExtensions.Contains), Arguments: [MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] }, var item] })
            return Visit(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [item.Type], array, item));
        var visited = (MethodCallExpression)base.VisitMethodCall(node);
        return (visited.Object is null || IsValue(visited.Object)) && visited.Arguments.All(IsValue) ? GiveUp(visited) : visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitNew(NewExpression node)
    {
        var visited = (NewExpression)base.VisitNew(node);
        return visited.Arguments.All(IsValue) ? GiveUp(visited) : visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitNewArray(NewArrayExpression node) => GiveUp(node);

    /// <inheritdoc/>
    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = (BinaryExpression)base.VisitBinary(node);
        return IsValue(visited.Left) && IsValue(visited.Right) ? GiveUp(visited) : visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitUnary(UnaryExpression node)
    {
        var visited = base.VisitUnary(node);
        return visited is UnaryExpression { NodeType: not ExpressionType.Convert } unary && IsValue(unary.Operand) ? GiveUp(visited) : visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var visited = (ConditionalExpression)base.VisitConditional(node);
        return IsValue(visited.Test) ? GiveUp(visited) : visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitConstant(ConstantExpression node) => node.Value is null || IsPlain(node.Type) ? node : GiveUp(node);

    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression root => root.DetachQueryProvider(),
        QueryParameterExpression => node,
        _ => base.VisitExtension(node),
    };

    private QueryParameterExpression SlotOf(MemberExpression node, bool isOneParameter)
    {
        var owner = node.Expression is null ? null : Read(node.Expression);
        foreach (var known in lifted ??= [])
            if (ReferenceEquals(known.Owner, owner) && known.Member == node.Member) return known.Slot;
        var slot = slots.Add(NameOf(node), node.Type, Read(node), isOneParameter);
        lifted.Add((owner, node.Member, slot));
        return slot;
    }

    // What needs no row would have to be computed here, before the statement is sent.
    private Expression GiveUp(Expression node)
    {
        slots.GiveUp();
        return node;
    }

    private static bool IsCaptured(Expression? node) => node switch
    {
        MemberExpression { Expression: null } => true,
        MemberExpression member => IsCaptured(member.Expression),
        ConstantExpression constant => !IsPlain(constant.Type),
        _ => false,
    };

    private static object? Read(Expression node) => node switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : Read(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : Read(member.Expression)),
        _ => throw new InvalidOperationException($"{node.NodeType} is no captured value."),
    };

    private static string NameOf(MemberExpression node) =>
        node.Expression is MemberExpression owner ? NameOf(owner) + "_" + node.Member.Name : node.Member.Name;

    private static bool IsValue(Expression node) =>
        node is QueryParameterExpression or ConstantExpression || (node is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } && IsValue(operand));

    private static bool IsPlain(Type type)
    {
        if (type.IsArray) return IsPlain(type.GetElementType()!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return IsPlain(type.GetGenericArguments()[0]);
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(string) || value == typeof(Uri) || (value.IsValueType && (value.IsPrimitive || value.IsEnum || value.Namespace == nameof(System)));
    }
}
