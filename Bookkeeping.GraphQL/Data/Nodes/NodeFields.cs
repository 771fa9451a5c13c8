using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Gives entities their global id, and the query root the fields that find rows by it.</summary>
/// <param name="data">The database.</param>
/// <remarks>Source: GraphQL Global Object Identification Specification.</remarks>
internal sealed class NodeFields(DataAccess data)
{
    private readonly List<NodeLoader> loaders = [];
    private readonly InterfaceType node = MakeInterface();

    /// <summary>Adds <c>id</c> in front of an entity's fields; does nothing for an entity without one.</summary>
    /// <exception cref="SchemaException">The entity has a field of that name already.</exception>
    public void AddId(ObjectType type, Entity entity, SchemaBuilder builder)
    {
        if (NodeId.For(entity, builder) is not { } ids) return;
        if (type.Fields.Contains("id"))
            throw DataErrors.StartUp($"{type.Name} has a field 'id' of its own, but that is the name of the global id: rename it, or hide it with [GraphQLIgnore].");
        if (loaders.Count == 0) builder.AddType(node);
        type.Interfaces.Add(node);
        type.Fields.Insert(0, new Field("id", new NonNullType(BuiltInScalars.Id))
        {
            Description = NodeId.Description,
            Resolver = new PropertyResolver(ids.Of) { Requires = [ids.Key.Name] },
        });
        loaders.Add(NodeLoader.Of(entity, ids, type, data));
    }

    /// <summary>Adds <c>node</c> and <c>nodes</c> in front of the query root's fields, when any type has an id.</summary>
    public void AddToQuery(ObjectType query)
    {
        if (loaders.Count == 0) return;
        var id = new NonNullType(BuiltInScalars.Id);
        var one = new Field("node", node)
        {
            Description = "The object with a global id; null when there is none of that id.",
            Resolver = new NodeResolver(loaders, isList: false, data.Options) { Requires = [] },
        };
        one.Arguments.Add(new InputValue("id", id) { Description = "The id, from a field `id`." });
        var several = new Field("nodes", new NonNullType(new ListType(node)))
        {
            Description = $"The objects with these global ids, in their order; null for an id that has none. At most {data.Options.MaxNodeIds}.",
            Resolver = new NodeResolver(loaders, isList: true, data.Options) { Requires = [] },
            AppliedDirectives = { new ListSize { AssumedSize = data.Options.MaxNodeIds }.Directive() },
        };
        several.Arguments.Add(new InputValue("ids", new NonNullType(new ListType(id))) { Description = "The ids, from fields `id`." });
        query.Fields.Insert(0, one);
        query.Fields.Insert(1, several);
    }

    private static InterfaceType MakeInterface()
    {
        var node = new InterfaceType("Node") { Description = "An object with a global id." };
        node.Fields.Add(new Field("id", new NonNullType(BuiltInScalars.Id)) { Description = NodeId.Description });
        return node;
    }
}
