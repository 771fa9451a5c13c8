namespace Bookkeeping.Tests.Kit;

/// <summary>Programs that some tests need and a machine may lack.</summary>
internal static class Tools
{
    /// <summary>The full name of the first of some programs that is on the path; null when none is.</summary>
    public static string? Find(params string[] names) => (
        from name in names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from ending in OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd" } : [""]
        let file = Path.Combine(folder, name + ending)
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <summary>Why a test is skipped: for want of a program, unless all must run.</summary>
    public static string? SkipWithout(string? program, string reason) => program is not null || Requirements.All ? null : reason;
}
