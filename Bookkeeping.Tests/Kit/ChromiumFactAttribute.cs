namespace Bookkeeping.Tests.Kit;

/// <summary>A test in a real browser; skipped, with the reason, where Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Tools.SkipWithout(Chromium.Program, "Chromium is not installed.");
}
