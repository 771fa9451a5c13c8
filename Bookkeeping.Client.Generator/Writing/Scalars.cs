using Bookkeeping.Client.Generator.Configuration;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>The C# type of a scalar, and who reads and writes it.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Reader">The method that reads it.</param>
/// <param name="Writer">The method that writes it.</param>
internal sealed record ScalarCode(string Type, bool IsValueType, string Reader, string Writer);

/// <summary>The scalars of a client.</summary>
internal sealed class Scalars(IEnumerable<ScalarMapping> configured)
{
    private static readonly ScalarCode Any = Known("JsonElement", true, "Any");

    private static readonly Dictionary<string, ScalarCode> BuiltIn = new()
    {
        ["Int"] = Known("int", true, "Int"),
        ["Float"] = Known("double", true, "Float"),
        ["String"] = Known("string", false, "String"),
        ["ID"] = Known("string", false, "String"),
        ["Boolean"] = Known("bool", true, "Boolean"),
        ["Any"] = Any,
        ["JSON"] = Any,
        ["Base64String"] = Known("byte[]", false, "Base64String"),
        ["Byte"] = Known("sbyte", true, "Byte", "Int"),
        ["DateTime"] = Known("DateTimeOffset", true, "DateTime"),
        ["Decimal"] = Known("decimal", true, "Decimal"),
        ["Duration"] = Known("TimeSpan", true, "Duration"),
        ["LocalDate"] = Known("DateOnly", true, "LocalDate"),
        ["LocalTime"] = Known("TimeOnly", true, "LocalTime"),
        ["Long"] = Known("long", true, "Long"),
        ["Short"] = Known("short", true, "Short", "Int"),
        ["URI"] = Known("Uri", false, "Uri"),
        ["URL"] = Known("Uri", false, "Uri"),
        ["UUID"] = Known("Guid", true, "Uuid"),
        ["Upload"] = Known("Upload", false, "Upload"),
        ["UnsignedByte"] = Known("byte", true, "UnsignedByte", "Int"),
        ["UnsignedInt"] = Known("uint", true, "UnsignedInt", "Long"),
        ["UnsignedLong"] = Known("ulong", true, "UnsignedLong"),
        ["UnsignedShort"] = Known("ushort", true, "UnsignedShort", "Int"),
    };

    private readonly Dictionary<string, ScalarMapping> configured = configured.ToDictionary(mapping => mapping.Scalar);

    /// <summary>Whether a scalar has a C# type of its own.</summary>
    public bool IsKnown(string scalar) => configured.ContainsKey(scalar) || BuiltIn.ContainsKey(scalar);

    /// <summary>The code of a scalar; an unknown one is any JSON value.</summary>
    public ScalarCode Find(string scalar) =>
        configured.TryGetValue(scalar, out var own) ? new($"global::{own.Type}", own.IsValueType, $"global::{own.Codec}.Read", $"global::{own.Codec}.Write")
        : BuiltIn.TryGetValue(scalar, out var known) ? known
        : Any;

    private static ScalarCode Known(string type, bool isValueType, string reader, string? writer = null) =>
        new(type, isValueType, $"ScalarReader.{reader}", $"ScalarWriter.{writer ?? reader}");
}
