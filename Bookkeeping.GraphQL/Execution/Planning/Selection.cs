using System.Text.Encodings.Web;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>A field of a plan on one object type: everything that is the same for all requests that share the plan.</summary>
internal sealed class Selection : ISelection
{
    private static readonly Dictionary<ObjectType, SelectionSet> NoSets = [];

    private Dictionary<ObjectType, SelectionSet> sets = NoSets;

    // Nearly all selections have none, the others one: an array is smaller than any dictionary, and plans are kept by the thousand.
    private (Type Key, object State)[] states = [];

    public Selection(ObjectType declaringType, Field field, IReadOnlyList<FieldNode> nodes)
    {
        DeclaringType = declaringType;
        Field = field;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = JsonEncodedText.Encode(ResponseName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Shape = new FieldShape(field.Type);
        Arguments = new FieldArguments(field, nodes[0]);
    }

    /// <inheritdoc/>
    public string ResponseName { get; }

    /// <summary>The response name, ready to be written.</summary>
    public JsonEncodedText EncodedName { get; }

    /// <inheritdoc/>
    public Field Field { get; }

    /// <inheritdoc/>
    NamedType ISelection.DeclaringType => DeclaringType;

    /// <summary>The object type that has the field.</summary>
    public ObjectType DeclaringType { get; }

    /// <summary>The field's schema coordinate, <c>Type.field</c>.</summary>
    public string Coordinate => $"{DeclaringType.Name}.{Field.Name}";

    /// <summary>The places in the document that were merged into this field; at least one.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>The field's type, laid out by levels.</summary>
    public FieldShape Shape { get; }

    /// <summary>The field's arguments.</summary>
    public FieldArguments Arguments { get; }

    /// <summary>Whether this is <c>__typename</c>, which no resolver answers.</summary>
    public bool IsTypeName => Field.Name == "__typename";

    /// <summary>How the items are written; null for items that are objects.</summary>
    public LeafFormat? Leaf { get; init; }

    /// <summary>How the items of the list are split into parts; null when they come with the field.</summary>
    public StreamUsage? Stream { get; init; }

    /// <inheritdoc/>
    public bool IsStreamed => Stream is not null;

    /// <summary>Writes the field straight from its parent; null when its values need completion first.</summary>
    public PropertyWriter? Property { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<ISelection> SelectionsFor(ObjectType type) => sets.TryGetValue(type, out var set) ? set.All : [];

    /// <summary>The fields selected below for values of an object type.</summary>
    /// <exception cref="KeyNotFoundException">The field cannot have a value of this type.</exception>
    public SelectionSet SetFor(ObjectType type) => sets[type];

    /// <inheritdoc/>
    public T GetOrAddState<T>(Func<ISelection, T> create)
        where T : class
    {
        while (true)
        {
            var known = states;
            if (Array.Find(known, s => s.Key == typeof(T)).State is T found) return found;
            Interlocked.CompareExchange(ref states, [.. known, (typeof(T), create(this))], known);
        }
    }

    /// <summary>Completes the plan of this field; called once, before the plan is shared.</summary>
    public void SetChildren(Dictionary<ObjectType, SelectionSet> children) => sets = children;
}
