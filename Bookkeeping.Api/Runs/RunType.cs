using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Runs;

/// <summary>A type that the control system starts runs with, as in <c>PHYSICS</c> or <c>PEDESTAL</c>. An open list.</summary>
internal sealed class RunType
{
    /// <summary>The type's name, at most 64 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The runs of this type.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];
}
