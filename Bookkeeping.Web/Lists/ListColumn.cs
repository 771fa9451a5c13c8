namespace Bookkeeping.Web.Lists;

/// <summary>A column of a list: of its table, and of its export. The one place that says which there are, and which are usual.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Exported">The columns that it is in a file.</param>
public sealed record ListColumn(string Name, string Label, string Group, params IReadOnlyList<ExportedColumn> Exported)
{
    /// <summary>The group of the columns that are shown unless a reader chooses otherwise.</summary>
    public const string Usual = "Usual";

    /// <summary>Its place in the table, from 1; 0 for one that is there only when it is chosen, behind the others. The key of the rows has the first and always stays.</summary>
    public int Place { get; init; }

    /// <summary>Usual columns, in the order of the table; the first is the key of the rows.</summary>
    public static IReadOnlyList<ListColumn> InOrder(params IReadOnlyList<ListColumn> columns) => [.. columns.Select((column, index) => column with { Place = index + 1 })];
}

/// <summary>A column of a file.</summary>
/// <param name="Path">Its path in the graph, <c>fill.fillNumber</c> for example.</param>
/// <param name="Label">What the export page calls it.</param>
public sealed record ExportedColumn(string Path, string Label)
{
    /// <summary>A path and its label.</summary>
    public static implicit operator ExportedColumn((string Path, string Label) column) => new(column.Path, column.Label);
}

/// <summary>A column that a table has only when it is chosen.</summary>
/// <typeparam name="TRow">The rows.</typeparam>
/// <param name="Column">The column.</param>
/// <param name="Value">Its value in a row: an instant, a duration, a number, a text; null when it is not known.</param>
public sealed record MoreColumn<TRow>(ListColumn Column, Func<TRow, object?> Value)
{
    /// <summary>Whether its values are numbers or durations, which stand below each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>A column with one column in files.</summary>
    public MoreColumn(string group, string name, string label, string path, Func<TRow, object?> value) : this(new ListColumn(name, label, group, new ExportedColumn(path, label)), value)
    {
    }
}
