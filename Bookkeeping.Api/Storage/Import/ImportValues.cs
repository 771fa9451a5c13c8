using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Values as the graph writes them.</summary>
internal static class ImportValues
{
    /// <summary>Reads a value that is not null.</summary>
    /// <exception cref="FormatException">It is not one of the type; the message says what would be.</exception>
    public static object Read(JsonElement json, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Enumeration(json, type);
        try
        {
            var value = Scalar(type).Coercion.ParseVariable(json);
            return value switch
            {
                string text when text.Contains('\0') => throw new FormatException("A text cannot hold the character U+0000."),

                // As stored: else what is the same would look changed.
                DateTimeOffset instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
                TimeSpan duration => TimeSpan.FromMilliseconds((long)Math.Floor(duration.TotalMilliseconds)),
                _ => value,
            };
        }
        catch (InvalidScalarException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    /// <summary>Writes a value so that <see cref="Read"/> reads the same.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        if (value is null) json.WriteNullValue();
        else if (value is Enum) json.WriteStringValue(Naming.UpperSnakeCase(value.ToString()!));
        else Scalar(value.GetType()).Coercion.Write(json, value);
    }

    private static ScalarType Scalar(Type type) =>
        type == typeof(int) ? BuiltInScalars.Int
        : type == typeof(double) ? BuiltInScalars.Float
        : type == typeof(string) ? BuiltInScalars.String
        : type == typeof(bool) ? BuiltInScalars.Boolean
        : CustomScalars.Find(type) ?? throw new InvalidOperationException($"No scalar stands for {type}.");

    private static object Enumeration(JsonElement json, Type type)
    {
        var names = Enum.GetNames(type).ToDictionary(Naming.UpperSnakeCase);
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return names.TryGetValue(text, out var name)
            ? Enum.Parse(type, name)
            : throw new FormatException($"\"{text}\" is none of {string.Join(", ", names.Keys)}.{Suggestions.DidYouMean(text, names.Keys)}");
    }
}
