using System.Text.Json;

namespace Bookkeeping.Web.Graph;

/// <summary>Files inside a request, which the site does not send: those of a log entry follow it one by one (<c>AttachedFileSender</c>).</summary>
internal static class UploadCodec
{
    /// <summary>No answer has one.</summary>
    public static JsonElement Read(JsonElement json) => json;

    /// <summary>Writes the place of a file.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value) => writer.WriteNullValue();
}
