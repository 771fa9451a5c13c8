using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>A piece of a part of an answer.</summary>
/// <param name="Part">The part under whose id it is sent.</param>
internal abstract record IncrementalEntry(PendingPart Part)
{
    /// <summary>Where in the answer it belongs.</summary>
    public abstract List<object> Path { get; }

    /// <summary>The way from the part's path to its own; null when they are the same.</summary>
    public abstract List<object>? SubPath { get; }

    /// <summary>The errors in it.</summary>
    public abstract IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Writes the member that holds what it adds.</summary>
    public abstract void WriteContent(Utf8JsonWriter writer);
}

/// <summary>Fields that are added to an object.</summary>
internal sealed record DeferredEntry(DeferredFragment Fragment, DeferredObject Object) : IncrementalEntry(Fragment)
{
    public override List<object> Path { get; } = Object.Path;

    public override List<object>? SubPath => Path[Part.Path.Count..];

    public override IReadOnlyList<GraphQLError> Errors => Object.Errors;

    public override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("data");
        ResultWriter.WriteObject(writer, Object.Data);
    }
}

/// <summary>Items that are added to a list.</summary>
/// <param name="List">The list.</param>
/// <param name="First">The place of the first of them.</param>
/// <param name="Tree">Where they were answered.</param>
/// <param name="Row">The row of the list there.</param>
internal sealed record StreamedEntry(StreamedList List, int First, ResultTree Tree, int Row) : IncrementalEntry(List)
{
    public override List<object> Path => [.. List.Path, First];

    public override List<object>? SubPath => null;

    public override IReadOnlyList<GraphQLError> Errors => Tree.ErrorsOf(Row);

    public override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("items");
        Tree.Root.Columns[0]!.WriteItems(writer, Row);
    }
}
