using System.Text.Json;

namespace Bookkeeping.Api.Exports;

/// <summary>A column of an export: a value at a path of the graph.</summary>
/// <param name="Name">The path as it was asked for, <c>fill.fillNumber</c> for example; also the column's head.</param>
/// <param name="Steps">The fields along the path.</param>
internal sealed record ListExportColumn(string Name, IReadOnlyList<ColumnStep> Steps)
{
    /// <summary>Whether there may be several values: a list is on the way.</summary>
    public bool IsMany { get; } = Steps.Any(step => step.Kind != StepKind.One);

    /// <summary>Whether a list was longer than what one page of it may hold.</summary>
    public bool IsCut(JsonElement row) => IsCut(row, 0);

    /// <summary>The values of a row, null where there is none.</summary>
    public IEnumerable<JsonElement> ValuesOf(JsonElement row) => ValuesOf(row, 0);

    private IEnumerable<JsonElement> ValuesOf(JsonElement at, int step)
    {
        if (step == Steps.Count) return [at];
        if (at.ValueKind == JsonValueKind.Null) return [at];
        var next = at.GetProperty(Steps[step].Field);
        return Items(next, Steps[step].Kind) is { } items ? items.SelectMany(item => ValuesOf(item, step + 1)) : ValuesOf(next, step + 1);
    }

    private bool IsCut(JsonElement at, int step)
    {
        if (step == Steps.Count || at.ValueKind == JsonValueKind.Null) return false;
        var next = at.GetProperty(Steps[step].Field);
        if (Steps[step].Kind == StepKind.Connection && next.ValueKind == JsonValueKind.Object && next.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return true;
        return Items(next, Steps[step].Kind) is { } items ? items.Any(item => IsCut(item, step + 1)) : IsCut(next, step + 1);
    }

    private static IEnumerable<JsonElement>? Items(JsonElement value, StepKind kind)
    {
        if (kind == StepKind.One) return null;
        if (value.ValueKind == JsonValueKind.Null) return [];
        return kind == StepKind.List ? value.EnumerateArray() : value.GetProperty("nodes").EnumerateArray();
    }
}

/// <summary>A field on the way to a value.</summary>
internal readonly record struct ColumnStep(string Field, StepKind Kind);

/// <summary>What a field gives.</summary>
internal enum StepKind
{
    /// <summary>One object or value.</summary>
    One,

    /// <summary>A whole list.</summary>
    List,

    /// <summary>A list by pages, of which the first is taken.</summary>
    Connection,
}
