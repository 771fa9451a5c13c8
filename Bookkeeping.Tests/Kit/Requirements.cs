namespace Bookkeeping.Tests.Kit;

/// <summary>What a test run may do without.</summary>
internal static class Requirements
{
    /// <summary>Whether a test that lacks a database, a browser or another program fails instead of being skipped.</summary>
    public static bool All => System.Environment.GetEnvironmentVariable("BOOKKEEPING_REQUIRE_ALL") == "1";
}
