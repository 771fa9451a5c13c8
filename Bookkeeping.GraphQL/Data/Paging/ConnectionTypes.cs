using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>Makes the types of connections: <c>RunsConnection</c>, <c>RunsEdge</c>, and <c>PageInfo</c> for all of them.</summary>
/// <param name="builder">Gives and registers types.</param>
/// <remarks>Source: GraphQL Cursor Connections Specification.</remarks>
internal sealed class ConnectionTypes(SchemaBuilder builder)
{
    private readonly Dictionary<string, (ObjectType Connection, FieldsType Node)> types = new(StringComparer.Ordinal);

    private ObjectType PageInfoType => field ??= MakePageInfo();

    /// <summary>The connection of a field; fields of the same name and nodes share it.</summary>
    /// <param name="fieldName">The field's name, or the name given in its place.</param>
    /// <param name="node">The type of the items.</param>
    /// <param name="place">How an error names the field.</param>
    /// <exception cref="SchemaException">A field of the same name has other nodes.</exception>
    public ObjectType For(string fieldName, FieldsType node, string place)
    {
        var name = char.ToUpperInvariant(fieldName[0]) + fieldName[1..];
        if (!types.TryGetValue(name, out var known)) types.Add(name, known = (Make(name, node), node));
        return known.Node == node
            ? known.Connection
            : throw DataErrors.StartUp(
                $"{place} gives a {name}Connection of {node.Name}, but another field of that name gives one of {known.Node.Name}; "
                + $"name one of them otherwise: [UsePaging(ConnectionName = \"…\")].");
    }

    private ObjectType Make(string name, FieldsType node)
    {
        var connection = new ObjectType(name + "Connection") { ClrType = typeof(Connection), Description = "A page of a list." };
        Add(connection, nameof(Connection.PageInfo), new NonNullType(PageInfoType), "Where the page lies in the list.", c => ((Connection)c).PageInfo);
        Add(connection, nameof(Connection.Edges), Several(MakeEdge(name, node)), "The items with their cursors.", c => ((Connection)c).Edges);
        Add(connection, nameof(Connection.Nodes), Several(node), "The items.", c => ((Connection)c).Nodes);
        Add(connection, nameof(Connection.TotalCount), NonNull(BuiltInScalars.Int), "The number of items on all pages.", c => ((Connection)c).TotalCount);
        connection.Fields["totalCount"].AppliedDirectives.Add(Weight.Directive(Weight.Usual));
        builder.AddType(connection);
        return connection;
    }

    private ObjectType MakeEdge(string name, FieldsType node)
    {
        var edge = new ObjectType(name + "Edge") { ClrType = typeof(Edge), Description = "An item of a list and its place in it." };
        Add(edge, nameof(Edge.Cursor), NonNull(BuiltInScalars.String), "The item's place, for `after` and `before` in the same order.", e => ((Edge)e).Cursor);
        Add(edge, nameof(Edge.Node), new NonNullType(node), "The item.", e => ((Edge)e).Node);
        builder.AddType(edge);
        return edge;
    }

    private ObjectType MakePageInfo()
    {
        var info = new ObjectType("PageInfo") { ClrType = typeof(PageInfo), Description = "Where a page lies in its list." };
        Add(info, nameof(PageInfo.HasNextPage), NonNull(BuiltInScalars.Boolean), "Whether items follow.", p => ((PageInfo)p).HasNextPage);
        Add(info, nameof(PageInfo.HasPreviousPage), NonNull(BuiltInScalars.Boolean), "Whether items come before.", p => ((PageInfo)p).HasPreviousPage);
        Add(info, nameof(PageInfo.StartCursor), BuiltInScalars.String, "The cursor of the first item; null on an empty page.", p => ((PageInfo)p).StartCursor);
        Add(info, nameof(PageInfo.EndCursor), BuiltInScalars.String, "The cursor of the last item; null on an empty page.", p => ((PageInfo)p).EndCursor);
        builder.AddType(info);
        return info;
    }

    private static void Add(ObjectType type, string property, GraphType fieldType, string description, Func<object, object?> get) =>
        type.Fields.Add(new Field(char.ToLowerInvariant(property[0]) + property[1..], fieldType)
        {
            Description = description,
            Resolver = new PropertyResolver(get) { Property = type.ClrType!.GetProperty(property) },
        });

    private static ListType Several(FieldsType item) => new(new NonNullType(item));

    private static NonNullType NonNull(ScalarType scalar) => new(scalar);
}
