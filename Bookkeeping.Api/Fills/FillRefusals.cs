using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Fills;

/// <summary>Why changes of fills are refused.</summary>
internal static class FillRefusals
{
    /// <summary>The fill is not known.</summary>
    public static RefusalException NotFound(int fillNumber) =>
        new NotFoundError("FILL_NOT_FOUND", $"{fillNumber}", $"There is no fill {fillNumber}: upsertFill creates it.").AsException();
}
