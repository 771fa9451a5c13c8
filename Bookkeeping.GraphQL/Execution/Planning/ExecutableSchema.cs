using System.Collections.Concurrent;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>A schema with what execution derives from it once: formats of leaves, writers of properties, types behind abstract ones.</summary>
internal sealed class ExecutableSchema(Schema schema)
{
    private readonly ConcurrentDictionary<NamedType, LeafFormat?> formats = [];
    private readonly ConcurrentDictionary<(ObjectType Type, Field Field), PropertyWriter?> properties = [];
    private readonly ConcurrentDictionary<NamedType, AbstractTypeResolver> abstractTypes = [];

    /// <summary>The schema itself.</summary>
    public Schema Schema { get; } = schema;

    /// <summary>How values of a leaf type are written; null for a type with fields.</summary>
    public LeafFormat? LeafFormatOf(NamedType type) => formats.GetOrAdd(type, LeafFormat.Create);

    /// <summary>The writer of a field that only shows a property of its parent; null for every other field.</summary>
    public PropertyWriter? PropertyWriterOf(ObjectType type, Field field) =>
        properties.GetOrAdd((type, field), static key => PropertyWriter.Create(key.Type, key.Field));

    /// <summary>Finds the object types of an interface's or union's values.</summary>
    public AbstractTypeResolver AbstractTypeOf(NamedType type) =>
        abstractTypes.GetOrAdd(type, static (t, s) => new AbstractTypeResolver(s, t), Schema);
}
