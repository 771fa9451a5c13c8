using Microsoft.CodeAnalysis;

namespace Bookkeeping.Client.Generator.Diagnostics;

/// <summary>What can be wrong in the files of a client.</summary>
internal sealed class Rule(string id, string title, DiagnosticSeverity severity, string format = "{0}")
{
    /// <summary>The stable id.</summary>
    public string Id { get; } = id;

    /// <summary>As the compiler knows it.</summary>
    public DiagnosticDescriptor Descriptor { get; } = new(id, title, format, "Bookkeeping.Client", severity, isEnabledByDefault: true);
}
