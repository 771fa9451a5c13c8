namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Gives a field, argument, object type or enum another weight than the usual one, shown as <c>@cost</c>.</summary>
/// <param name="weight">The weight, 0 or more. 10 is what a field costs that asks a database or another service.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum,
    Inherited = false)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight.</summary>
    public double Weight { get; } = weight;
}

/// <summary>Says how many items a list is taken to have when the cost of an operation is counted, shown as <c>@listSize</c>. Without it a list counts as one item.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The number of items when nothing else tells it; negative when it is not known.</summary>
    public int AssumedSize { get; init; } = -1;

    /// <summary>The arguments that tell the number; the largest counts.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The number when none of these is given; negative for <see cref="AssumedSize"/>.</summary>
    public int SlicingArgumentDefaultValue { get; init; } = -1;

    /// <summary>The fields below that hold the items; none when the field itself is the list.</summary>
    public string[] SizedFields { get; init; } = [];

    /// <summary>Whether exactly one of the arguments must be given. Default: false.</summary>
    public bool RequireOneSlicingArgument { get; init; }
}
