using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>The merged fields selected on one object type, in the order of the answer.</summary>
internal sealed class SelectionSet(ObjectType type, Selection[] selections)
{
    /// <summary>The object type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The type's name, ready to be written.</summary>
    public JsonEncodedText TypeName { get; } = JsonEncodedText.Encode(type.Name);

    /// <summary>The fields.</summary>
    public Selection[] Selections { get; } = selections;
}
