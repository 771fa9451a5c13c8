using System.Text.Json;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The scalars beside the five of the specification. A schema has those that it uses.</summary>
/// <remarks>Source: the pages of scalars.graphql.org that <c>@specifiedBy</c> names.</remarks>
public static class CustomScalars
{
    private static readonly ScalarType[] Scalars =
    [
        Scalar("Any", "any", new AnyCoercion(), "Any JSON value."),
        Scalar("Base64String", "base64-string", new Base64StringCoercion(), "Bytes in base64."),
        Scalar("Byte", "byte", new IntegerCoercion<sbyte>("Byte"), "A whole number from -128 to 127."),
        Scalar(
            "DateTime", "date-time", new DateTimeCoercion(),
            "An instant with its offset from UTC: `2022-09-24T00:21:15+02:00`, `2022-09-23T22:21:15Z`."),
        Scalar("Decimal", "decimal", new DecimalCoercion(), "A decimal number of up to 28 digits, without rounding."),
        Scalar("Duration", "duration", new DurationCoercion(), "A length of time, ISO 8601: `PT57H14M59S`, `P1DT2H`."),
        Scalar("LocalDate", "local-date", new LocalDateCoercion(), "A day: `2022-09-24`."),
        Scalar("LocalTime", "local-time", new LocalTimeCoercion(), "A time of day: `13:45:00`."),
        Scalar(
            "Long", "long", new IntegerCoercion<long>("Long"),
            "A whole number of 64 bits, a JSON number: JavaScript loses precision beyond 2^53."),
        Scalar("Short", "short", new IntegerCoercion<short>("Short"), "A whole number from -32768 to 32767."),
        Scalar("URI", "uri", new UriCoercion("URI", UriKind.RelativeOrAbsolute), "An address, absolute or relative."),
        Scalar("URL", "url", new UriCoercion("URL", UriKind.Absolute), "An absolute address."),
        Scalar("UUID", "uuid", new UuidCoercion(), "A universally unique identifier: `6f1f2b1c-6f0a-4e0f-9d6a-0f6d0a4b7c11`."),
        Scalar("UnsignedByte", "unsigned-byte", new IntegerCoercion<byte>("UnsignedByte"), "A whole number from 0 to 255."),
        Scalar("UnsignedInt", "unsigned-int", new IntegerCoercion<uint>("UnsignedInt"), "A whole number from 0 to 4294967295."),
        Scalar(
            "UnsignedLong", "unsigned-long", new IntegerCoercion<ulong>("UnsignedLong"),
            "A whole number of 64 bits, not negative, a JSON number: JavaScript loses precision beyond 2^53."),
        Scalar("UnsignedShort", "unsigned-short", new IntegerCoercion<ushort>("UnsignedShort"), "A whole number from 0 to 65535."),
        Scalar("Upload", "upload", new UploadCoercion(), "A file, sent along with the request by the GraphQL multipart request specification."),
    ];

    private static readonly Dictionary<string, ScalarType> ByName = Scalars.ToDictionary(s => s.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, ScalarType> ByClrType = new()
    {
        [typeof(JsonElement)] = ByName["Any"],
        [typeof(byte[])] = ByName["Base64String"],
        [typeof(sbyte)] = ByName["Byte"],
        [typeof(DateTimeOffset)] = ByName["DateTime"],
        [typeof(DateTime)] = ByName["DateTime"],
        [typeof(decimal)] = ByName["Decimal"],
        [typeof(TimeSpan)] = ByName["Duration"],
        [typeof(DateOnly)] = ByName["LocalDate"],
        [typeof(TimeOnly)] = ByName["LocalTime"],
        [typeof(long)] = ByName["Long"],
        [typeof(short)] = ByName["Short"],
        [typeof(Uri)] = ByName["URI"],
        [typeof(Guid)] = ByName["UUID"],
        [typeof(byte)] = ByName["UnsignedByte"],
        [typeof(uint)] = ByName["UnsignedInt"],
        [typeof(ulong)] = ByName["UnsignedLong"],
        [typeof(ushort)] = ByName["UnsignedShort"],
        [typeof(UploadedFile)] = ByName["Upload"],
    };

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ScalarType> All => Scalars;

    /// <summary>The scalar of this name; null when there is none.</summary>
    public static ScalarType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The scalar that a C# type has by default; null when there is none.</summary>
    public static ScalarType? Find(Type type) => ByClrType.GetValueOrDefault(type);

    private static ScalarType Scalar(string name, string page, ScalarCoercion coercion, string description) => new(name, coercion)
    {
        Description = description,
        SpecifiedBy = $"https://scalars.graphql.org/chillicream/{page}.html",
        ClrType = coercion.RuntimeType,
    };
}
