using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Runs;

/// <summary>Why a run ended, in words.</summary>
internal static class ReasonWords
{
    /// <summary>Category, title and description, empty parts left out.</summary>
    public static string Of(IReasonText reason) => string.Join(" - ", new[] { reason.Category, reason.Title, reason.Description }.Where(p => !string.IsNullOrEmpty(p)));
}
