using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>What an operation wants of a connection. Made once for a planned operation.</summary>
internal sealed class PagePlan
{
    private PagePlan(Entity entity, ObjectType node, ObjectType connection, ISelection selection)
    {
        var fields = selection.SelectionsFor(connection);
        var nodes = fields.Where(f => f.Field.Name == "nodes").ToList();
        var edges = Below(fields, connection, "edges");
        var info = Below(fields, connection, "pageInfo");
        Nodes = nodes.Count > 0;
        Edges = fields.Any(f => f.Field.Name == "edges");
        Cursors = Names(edges, "cursor");
        Ends = Names(info, "startCursor") || Names(info, "endCursor");
        Neighbours = Names(info, "hasNextPage") || Names(info, "hasPreviousPage");
        Count = fields.Any(f => f.Field.Name == "totalCount");
        Projection = Projection.Of(entity, node, [.. nodes, .. edges.Where(f => f.Field.Name == "node")]);
    }

    /// <summary>The columns of the items.</summary>
    public Projection Projection { get; }

    /// <summary>Whether <c>nodes</c> is wanted.</summary>
    public bool Nodes { get; }

    /// <summary>Whether <c>edges</c> is wanted.</summary>
    public bool Edges { get; }

    /// <summary>Whether every item's cursor is wanted.</summary>
    public bool Cursors { get; }

    /// <summary>Whether the cursor of the first or last item is wanted.</summary>
    public bool Ends { get; }

    /// <summary>Whether it matters if there are items beyond the page.</summary>
    public bool Neighbours { get; }

    /// <summary>Whether <c>totalCount</c> is wanted.</summary>
    public bool Count { get; }

    /// <summary>Whether the values that the items are sorted by are wanted.</summary>
    public bool Keys => Cursors || Ends;

    /// <summary>Whether any rows are wanted at all.</summary>
    public bool Rows => Nodes || Edges || Keys || Neighbours;

    /// <summary>The plan of a selection.</summary>
    /// <param name="selection">A selection of a connection field.</param>
    /// <param name="entity">The entity of the items.</param>
    /// <param name="node">Its object type.</param>
    public static PagePlan Of(ISelection selection, Entity entity, ObjectType node) =>
        selection.GetOrAddState(s => new PagePlan(entity, node, (ObjectType)s.Field.Type.Named, s));

    private static List<ISelection> Below(IReadOnlyList<ISelection> fields, ObjectType connection, string field) =>
        [.. fields.Where(f => f.Field.Name == field).SelectMany(f => f.SelectionsFor((ObjectType)connection.Fields[field].Type.Named))];

    private static bool Names(List<ISelection> fields, string name) => fields.Exists(f => f.Field.Name == name);
}
