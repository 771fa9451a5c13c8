using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Attacks;

/// <summary>What an attack gets. A refusal is small whatever was sent, and no attack is answered by a fault of ours.</summary>
internal static class AttackAssert
{
    private const int SmallAnswer = 64 * 1024;

    /// <summary>No data, and errors of this code alone; one of them says this.</summary>
    public static async Task IsRefusedAsync(this Task<HttpResponseMessage> sent, string? code, string messagePattern = "")
    {
        var errors = await (await sent).ErrorsAsync(hasData: false);
        Assert.All(errors, e => Assert.Equal(code, CodeOf(e)));
        Assert.Contains(errors, e => Says(e, messagePattern));
    }

    /// <summary>No data, and errors of these codes alone.</summary>
    public static async Task IsRefusedWithAnyAsync(this Task<HttpResponseMessage> sent, params string[] codes) =>
        Assert.All(await (await sent).ErrorsAsync(hasData: false), e => Assert.Contains(CodeOf(e), codes));

    /// <summary>A field failed with this code and says this.</summary>
    public static async Task FailsAsync(this Task<HttpResponseMessage> sent, string code, string messagePattern = "") =>
        Assert.Contains(await (await sent).ErrorsAsync(hasData: true), e => CodeOf(e) == code && Says(e, messagePattern));

    /// <summary>An answer without errors.</summary>
    public static async Task<JsonElement> SucceedsAsync(this Task<HttpResponseMessage> sent)
    {
        var body = await (await sent).BodyAsync();
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>Data, errors or both, but not much: whether it is allowed is for other tests to say.</summary>
    public static async Task IsHandledAsync(this Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var body = await answer.BodyAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, SmallAnswer);
        if (!body.TryGetProperty("errors", out var errors)) return;
        Assert.All(errors.EnumerateArray(), e => Assert.NotEqual(ErrorCodes.Internal, CodeOf(e)));
        // The documents of these attacks are valid, so that they are not refused for the wrong reason.
        Assert.DoesNotContain("specifiedBy", errors.ToString());
    }

    private static async Task<JsonElement[]> ErrorsAsync(this HttpResponseMessage answer, bool hasData)
    {
        var body = await answer.BodyAsync();
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, SmallAnswer);
        Assert.Equal(hasData, body.TryGetProperty("data", out _));
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        var errors = body.GetProperty("errors").EnumerateArray().ToArray();
        Assert.All(errors, e => Assert.NotEqual(ErrorCodes.Internal, CodeOf(e)));
        return errors;
    }

    private static async Task<JsonElement> BodyAsync(this HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync());

    private static string? CodeOf(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static bool Says(JsonElement error, string pattern) => Regex.IsMatch(error.GetProperty("message").GetString()!, pattern);
}
