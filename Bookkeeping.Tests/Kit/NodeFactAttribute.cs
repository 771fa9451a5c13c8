namespace Bookkeeping.Tests.Kit;

/// <summary>A test that runs Node.js; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Tools.SkipWithout(Node.Program is null ? null : Node.Npm, "Node.js 20 or later with npm is not installed.");
}
