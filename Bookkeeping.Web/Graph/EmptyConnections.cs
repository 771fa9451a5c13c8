using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Graph;

/// <summary>Reads a relation that the graph could not read as an empty one, where the page's record wants one: the answer's errors tell, and the rest of the page is shown.</summary>
internal static class EmptyConnections
{
    /// <summary>A modifier of the serialiser's contract.</summary>
    public static void Add(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => IsConnection(p.PropertyType) && !(p.AssociatedParameter?.IsNullable ?? p.IsSetNullable)))
        {
            var row = property.PropertyType.GenericTypeArguments[0];
            property.CustomConverter = (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(row))!;
        }
    }

    private static bool IsConnection(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>);

    private sealed class Converter<T> : JsonConverter<Connection<T>>
    {
        public override bool HandleNull => true;

        public override Connection<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Connection<T>>(ref reader, options) ?? new Connection<T>([]);

        public override void Write(Utf8JsonWriter writer, Connection<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, options);
    }
}
