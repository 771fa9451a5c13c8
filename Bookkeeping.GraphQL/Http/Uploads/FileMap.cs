using System.Text.Json;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>Reads the part <c>map</c> of a form: for each file the places in <c>operations</c> that it stands for.</summary>
internal static class FileMap
{
    private const int Depth = 2;

    /// <summary>The places by the names of the files' parts.</summary>
    /// <exception cref="HttpRefusal">It is no JSON object of lists of places, or names too many.</exception>
    public static Dictionary<string, string[]> Parse(ReadOnlySpan<byte> json, UploadOptions options)
    {
        var map = Read(json);
        if (map.ValueKind != JsonValueKind.Object) throw HttpRefusal.InvalidFileMap("It must be a JSON object such as {\"0\": [\"variables.file\"]}.");
        var places = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var count = 0;
        foreach (var member in map.EnumerateObject())
        {
            count += Math.Max(1, member.Value.ValueKind == JsonValueKind.Array ? member.Value.GetArrayLength() : 1);
            if (count > options.MaxFiles) throw HttpRefusal.TooManyFiles(options.MaxFiles);
            places.Add(member.Name, PlacesOf(member));
        }

        return places;
    }

    private static JsonElement Read(ReadOnlySpan<byte> json)
    {
        try
        {
            RequestJson.RequireText(json, new JsonReaderOptions { MaxDepth = Depth }, "It");
            return RequestJson.Parse(json, Depth);
        }
        catch (JsonException fault)
        {
            throw HttpRefusal.InvalidFileMap(RequestJson.Malformed(fault, "It").Message);
        }
        catch (HttpRefusal refusal)
        {
            throw HttpRefusal.InvalidFileMap(refusal.Message);
        }
    }

    private static string[] PlacesOf(JsonProperty member)
    {
        if (member.Value.ValueKind != JsonValueKind.Array || member.Value.EnumerateArray().Any(place => place.ValueKind != JsonValueKind.String))
            throw HttpRefusal.InvalidFileMap($"The value of \"{HttpRefusal.Shorten(member.Name)}\" must be a list of strings such as \"variables.file\".");
        return member.Value.GetArrayLength() > 0
            ? [.. member.Value.EnumerateArray().Select(place => place.GetString()!)]
            : throw HttpRefusal.FileWithoutPlace(member.Name);
    }
}
