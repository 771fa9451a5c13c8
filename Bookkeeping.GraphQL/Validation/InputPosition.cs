using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>Where a value stands.</summary>
/// <param name="Type">The type expected; null when it is not known, or inside a scalar that takes lists or objects.</param>
/// <param name="HasDefault">Whether the argument or input field has a default.</param>
/// <param name="OneOf">The oneOf input whose field the value is; null elsewhere.</param>
internal readonly record struct InputPosition(GraphType? Type, bool HasDefault = false, InputObjectType? OneOf = null)
{
    /// <summary>The place of an argument, or of a field of an input object.</summary>
    public static InputPosition Of(InputValue? declared, InputObjectType? container = null) =>
        new(declared?.Type, declared?.DefaultValue is not null, container is { IsOneOf: true } ? container : null);

    /// <summary>The place of an item in a list literal that stands here.</summary>
    public InputPosition Item() => new((Type?.Nullable as ListType)?.OfType);

    /// <summary>The input object expected here, also as the only item of a list; null when something else is.</summary>
    public InputObjectType? InputObject => Type?.Named as InputObjectType;
}
