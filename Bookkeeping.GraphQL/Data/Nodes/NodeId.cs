using System.Text;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>The global ids of one type: base64 of <c>Run:505660</c>, the type's name and the key.</summary>
/// <param name="typeName">The object type's name.</param>
/// <param name="key">The key's column.</param>
/// <remarks>Source: GraphQL Global Object Identification Specification. Entities with several key columns have no global id.</remarks>
internal sealed class NodeId(string typeName, Column key)
{
    /// <summary>What the schema says of ids.</summary>
    public const string Description = "The global id, unique over all types; `node` finds the object by it.";

    private readonly byte[] prefix = Encoding.UTF8.GetBytes(typeName + ":");
    private readonly Func<object, object?> readKey = Getter.Of(key.Property);

    /// <summary>The object type's name.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The key's column.</summary>
    public Column Key { get; } = key;

    /// <summary>The ids of an entity; null when it has none, because its key has several columns or none.</summary>
    public static NodeId? For(Entity entity, SchemaBuilder builder) =>
        entity.SingleKey is { } key && KeyText.IsSupported(key.Type) ? new NodeId(builder.ObjectTypeOf(entity.ClrType).Name, key) : null;

    /// <summary>The id of a row.</summary>
    public string Of(object row) => IdText.Write([.. prefix, .. KeyText.Bytes(readKey(row)!)]);

    /// <summary>The key in an id; null when it is the id of another type, or none.</summary>
    public object? KeyOf(string id) => GlobalId.Read(prefix, id, Key.Type);
}
