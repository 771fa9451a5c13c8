using System.Net;
using System.Text.Json;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Reads answers.</summary>
internal static class AnswerAssert
{
    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync());

    /// <summary>The answer has this status and one error with this code, and no data.</summary>
    /// <returns>The error's message.</returns>
    public static async Task<string> RefusedAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.JsonAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {body}");
        Assert.False(body.TryGetProperty("data", out _));
        var error = Assert.Single(body.GetProperty("errors").EnumerateArray().ToArray());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        return error.GetProperty("message").GetString()!;
    }

    /// <summary>The answer has data and no errors.</summary>
    public static async Task<JsonElement> DataAsync(this HttpResponseMessage answer)
    {
        var body = await answer.JsonAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK && !body.TryGetProperty("errors", out _), $"{answer.StatusCode}: {body}");
        return body.GetProperty("data");
    }
}
