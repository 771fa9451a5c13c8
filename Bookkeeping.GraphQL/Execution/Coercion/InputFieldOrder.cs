using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The fields of an input object by their place, worked out once for each type of a finished schema.</summary>
/// <remarks>A filter has a hundred fields of which one is given, and a client may send it fifty thousand times: what is not given must cost nothing.</remarks>
internal sealed class InputFieldOrder : IComparer<(InputValue Definition, JsonElement Value)>
{
    private static readonly ConditionalWeakTable<InputObjectType, InputFieldOrder> Orders = [];

    private readonly FrozenDictionary<InputValue, int> places;

    private InputFieldOrder(InputObjectType type)
    {
        places = type.Fields.Select((definition, place) => (definition, place)).ToFrozenDictionary(f => f.definition, f => f.place);
        HasNoticedGaps = type.Fields.Any(f => f.DefaultValue is not null || f.IsRequired);
    }

    /// <summary>Whether a field that is not given matters, because it has a default or must be given.</summary>
    public bool HasNoticedGaps { get; }

    /// <summary>The order of a type's fields.</summary>
    public static InputFieldOrder Of(InputObjectType type) => Orders.GetValue(type, t => new InputFieldOrder(t));

    /// <inheritdoc/>
    public int Compare((InputValue Definition, JsonElement Value) x, (InputValue Definition, JsonElement Value) y) =>
        places[x.Definition].CompareTo(places[y.Definition]);
}
