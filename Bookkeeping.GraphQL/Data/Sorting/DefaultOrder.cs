using System.Reflection;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>The order of a field when none is asked for.</summary>
internal static class DefaultOrder
{
    /// <summary>The keys that a field declares, else those that the entity declares; none for the primary key alone.</summary>
    /// <exception cref="SchemaException">One is no value that rows can be sorted by.</exception>
    public static IReadOnlyList<OrderKey> Of(MemberInfo field, Entity entity)
    {
        var own = field.GetCustomAttributes<DefaultOrderAttribute>().ToList();
        var declared = own.Count > 0 ? own : [.. entity.ClrType.GetCustomAttributes<DefaultOrderAttribute>()];
        return [.. declared.Select(order => Key(order, entity))];
    }

    private static OrderKey Key(DefaultOrderAttribute order, Entity entity) =>
        entity.FindMember(order.Member) is { Comparison.Order: not null } member
            ? new OrderKey([], member, order.Descending)
            : throw DataErrors.StartUp($"{entity.ClrType.Name}.{order.Member} cannot be the default order: it is no value that the database sorts by.");
}
