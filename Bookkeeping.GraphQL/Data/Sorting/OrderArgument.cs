using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>The argument <c>order</c> of a field.</summary>
/// <param name="entity">Whose rows are sorted.</param>
/// <param name="type">The argument's type; null when the field has no such argument.</param>
/// <param name="defaultKeys">The order when none is given.</param>
internal sealed class OrderArgument(Entity entity, SortType? type, IReadOnlyList<OrderKey> defaultKeys)
{
    /// <summary>The argument's name.</summary>
    public const string Name = "order";

    private readonly Ordering defaultOrdering = Ordering.Of(entity, defaultKeys);

    /// <summary>Declares the argument.</summary>
    public void AddTo(Field field)
    {
        if (type is null) return;
        field.Arguments.Add(new InputValue(Name, new ListType(new NonNullType(type.Input))) { AppliedDirectives = { Weight.Directive(Weight.Usual) } });
    }

    /// <summary>The order asked for.</summary>
    /// <exception cref="FieldErrorException">An item is wrong, or there are too many.</exception>
    public Ordering Read(IFieldContext context, DataOptions options)
    {
        if (context.Arguments.GetValueOrDefault(Name) is not IReadOnlyList<object?> { Count: > 0 } items) return defaultOrdering;
        if (items.Count > options.MaxOrderFields)
            throw DataErrors.InvalidValue($"'order' has {items.Count} items; at most {options.MaxOrderFields} are taken.");
        var keys = items.Select(type!.Read).OfType<OrderKey>().ToList();
        return keys.Count == 0 ? defaultOrdering : Ordering.Of(entity, keys);
    }
}
