using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Exports;

/// <summary>The operation that reads an export, page by page: what a client could ask the graph for too.</summary>
internal sealed class ListExportDocument
{
    /// <summary>The most items of a list inside a row, if it comes by pages.</summary>
    public const int MaxInside = 1000;

    /// <summary>The longest path, fields.</summary>
    public const int MaxDepth = 5;

    private readonly string list;
    private readonly string head;
    private readonly string selection;

    private ListExportDocument(string list, string head, string selection, IReadOnlyList<ListExportColumn> columns) => (this.list, this.head, this.selection, Columns) = (list, head, selection, columns);

    /// <summary>The columns.</summary>
    public IReadOnlyList<ListExportColumn> Columns { get; }

    /// <summary>The lists that can be exported: those at the root of the graph that come by pages and can be filtered.</summary>
    public static IEnumerable<string> Lists(Schema schema) => schema.QueryType!.Fields.Where(field => IsConnection(field.Type) && field.Arguments.Contains("where")).Select(field => field.Name);

    /// <summary>Makes the operation for some columns.</summary>
    /// <exception cref="FormatException">There is no such list or column; the message says what would be right.</exception>
    public static ListExportDocument Of(Schema schema, string list, IReadOnlyList<string> columns)
    {
        if (!Lists(schema).Contains(list)) throw new FormatException($"There is no list `{list}`; there are {string.Join(", ", Lists(schema))}.");
        var field = schema.QueryType!.Fields[list];
        var row = RowOf(field.Type);
        var paths = columns.Select(column => Resolve(row, column)).ToList();
        var arguments = field.Arguments.Where(argument => argument.Name is "where" or "order").ToList();
        var head = $"query Export($size: Int!, $after: String{string.Concat(arguments.Select(argument => $", ${argument.Name}: {argument.Type}"))}";
        var call = $"{list}(first: $size, after: $after{string.Concat(arguments.Select(argument => $", {argument.Name}: ${argument.Name}"))})";
        return new(list, head, $"{call} {{ totalCount @include(if: $count) pageInfo {{ hasNextPage endCursor }} nodes {Selection(paths.Select(path => path.Steps), 0)} }}", paths);
    }

    /// <summary>The text of the operation; with the variable <c>count</c> its first page tells how many rows there are.</summary>
    public string Text => $"{head}, $count: Boolean!) {{ {selection} }}";

    /// <summary>The name of the list in the answer.</summary>
    public string List => list;

    private static ListExportColumn Resolve(FieldsType row, string path)
    {
        var steps = new List<ColumnStep>();
        NamedType type = row;
        var names = path.Split('.');
        if (names.Length > MaxDepth) throw new FormatException($"The column `{path}` is {names.Length} fields deep; at most {MaxDepth} are possible.");
        foreach (var name in names)
        {
            if (type is not FieldsType fields) throw new FormatException($"The column `{path}`: `{steps[^1].Field}` has no fields of its own.");
            if (!fields.Fields.TryGet(name, out var field)) throw new FormatException($"The column `{path}`: there is no field `{name}` of {type.Name}.{Suggestions.DidYouMean(name, fields.Fields.Select(known => known.Name))}");
            if (field.Arguments.Any(argument => argument.IsRequired)) throw new FormatException($"The column `{path}`: `{name}` needs arguments, which a column does not have.");
            var kind = IsConnection(field.Type) ? StepKind.Connection : field.Type.Nullable is ListType ? StepKind.List : StepKind.One;
            steps.Add(new(name, kind));
            type = kind == StepKind.Connection ? RowOf(field.Type) : field.Type.Named;
        }

        return type.IsLeaf ? new(path, steps) : throw new FormatException($"The column `{path}`: {type.Name} is no value; choose a field of it, such as `{path}.{((type as FieldsType)?.Fields[0].Name ?? "id")}`.");
    }

    private static string Selection(IEnumerable<IReadOnlyList<ColumnStep>> paths, int depth)
    {
        var text = new StringBuilder("{");
        foreach (var fields in paths.GroupBy(path => path[depth]))
        {
            var deeper = fields.Where(path => path.Count > depth + 1).ToList();
            var (field, kind) = fields.Key;
            text.Append(' ').Append(field);
            if (kind == StepKind.Connection) text.Append($"(first: {MaxInside}) {{ pageInfo {{ hasNextPage }} nodes ");
            if (deeper.Count > 0) text.Append(' ').Append(Selection(deeper, depth + 1));
            if (kind == StepKind.Connection) text.Append(" }");
        }

        return text.Append(" }").ToString();
    }

    private static bool IsConnection(GraphType type) => type.Named is FieldsType fields && type.Nullable is not ListType && fields.Fields.Contains("pageInfo") && fields.Fields.Contains("nodes");

    private static FieldsType RowOf(GraphType connection) => (FieldsType)((FieldsType)connection.Named).Fields["nodes"].Type.Named;
}
