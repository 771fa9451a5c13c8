using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>Why changes of runs are refused.</summary>
internal static class RunRefusals
{
    /// <summary>The run is not known.</summary>
    public static RefusalException NotFound(int runNumber) => NotFound([runNumber]);

    /// <summary>Some runs are not known.</summary>
    public static RefusalException NotFound(IEnumerable<int> runNumbers) => new(
        [.. runNumbers.Select(Unknown)]);

    /// <summary>A run is not known, among other reasons.</summary>
    public static Refusal Unknown(int runNumber) => new NotFoundError("RUN_NOT_FOUND", $"{runNumber}", $"There is no run {runNumber}: startRun creates it.");
}
