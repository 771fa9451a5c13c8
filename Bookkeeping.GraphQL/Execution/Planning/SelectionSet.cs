using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>The merged fields selected on one object type, in the order of the answer.</summary>
internal sealed class SelectionSet(ObjectType type, Selection[] selections)
{
    private Selection[]? all;

    /// <summary>The object type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The type's name, ready to be written.</summary>
    public JsonEncodedText TypeName { get; } = JsonEncodedText.Encode(type.Name);

    /// <summary>The fields answered with the object.</summary>
    public Selection[] Selections { get; } = selections;

    /// <summary>The fields answered later, by the <c>@defer</c>s that hold them.</summary>
    public IReadOnlyList<DeferredGroup> Deferred { get; init; } = [];

    /// <summary>The <c>@defer</c>s that stand on the object itself, each after the one it stands in.</summary>
    public IReadOnlyList<DeferUsage> Usages { get; init; } = [];

    /// <summary>Whether parts of the answer begin here.</summary>
    public bool IsSplit => Usages.Count > 0 || Deferred.Count > 0;

    /// <summary>All fields, those answered later included.</summary>
    public Selection[] All => all ??= Deferred.Count == 0 ? Selections : [.. Selections, .. Deferred.SelectMany(group => group.Set.Selections)];
}
