namespace Bookkeeping.Tests.Kit;

/// <summary>Tests in a real browser; skipped, with the reason, where Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Tools.SkipWithout(Chromium.Program, "Chromium is not installed.");
}
