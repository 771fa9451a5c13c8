namespace Bookkeeping.Web.Runs;

/// <summary>The LHC's mode while a run was taken.</summary>
internal static class BeamMode
{
    /// <summary>Whether a run was taken in stable beams, or may have been for all that is known.</summary>
    public static bool CanBeStable(string? mode) => mode is null or "STABLE BEAMS";
}
