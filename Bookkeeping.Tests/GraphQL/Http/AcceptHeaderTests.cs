using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData("application/*", false)]
    [InlineData("text/html, */*;q=0.8", false)]
    [InlineData("application/json, text/plain, */*", false)]
    [InlineData("application/graphql-response+json, */*", true)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json", true)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", false)]
    [InlineData("application/graphql-response+json;q=0.9, application/json;q=0.8", true)]
    [InlineData("application/json;q=0.8, application/*;q=0.9", true)]
    [InlineData("*/*, application/json;q=0", true)]
    [InlineData("APPLICATION/GraphQL-Response+JSON", true)]
    [InlineData("application/json; charset=\"UTF-8\"", false)]
    [InlineData("application/json; charset=latin1, application/graphql-response+json;q=0.1", true)]
    [InlineData("multipart/mixed, text/event-stream, application/json", false)]
    public void The_best_liked_form_wins(string header, bool isGraphQL) =>
        Assert.Equal(isGraphQL ? ResponseForm.GraphQLResponse : ResponseForm.Json, AcceptHeader.Choose(header).One);

    [Fact]
    public void Several_headers_count_as_one() =>
        Assert.Equal(ResponseForm.GraphQLResponse, AcceptHeader.Choose(new[] { "text/html", "application/graphql-response+json" }).One);

    [Theory]
    [InlineData("multipart/mixed", "Multipart")]
    [InlineData("text/event-stream", "EventStream")]
    [InlineData("application/jsonl", "JsonLines")]
    [InlineData("text/*", "EventStream")]
    [InlineData("application/jsonl, text/event-stream", "EventStream")]
    [InlineData("application/jsonl, text/event-stream;q=0.5", "JsonLines")]
    [InlineData("multipart/mixed, text/event-stream, application/json;q=0.1", "Multipart")]
    public void One_answer_is_a_stream_only_for_those_who_like_that_better(string header, string form) =>
        Assert.Equal(Enum.Parse<ResponseForm>(form), AcceptHeader.Choose(header).One);

    [Theory]
    [InlineData("", "Multipart", "EventStream")]
    [InlineData("*/*", "Multipart", "EventStream")]
    [InlineData("application/json, */*;q=0.1", "Multipart", "EventStream")]
    [InlineData("application/*", "JsonLines", "JsonLines")]
    [InlineData("multipart/*, application/json", "Multipart", "Multipart")]
    [InlineData("multipart/mixed, text/event-stream, application/jsonl", "Multipart", "EventStream")]
    [InlineData("text/event-stream, */*", "EventStream", "EventStream")]
    [InlineData("multipart/mixed;q=0.5, text/event-stream;q=0.4, application/jsonl;q=0.9", "JsonLines", "JsonLines")]
    [InlineData("text/event-stream;q=0, */*", "Multipart", "Multipart")]
    [InlineData("application/json", null, null)]
    [InlineData("application/graphql-response+json", null, null)]
    [InlineData("application/json, multipart/mixed;q=0", null, null)]
    public void Streams_come_in_the_best_liked_form_that_carries_them(string header, string? parts, string? events)
    {
        var forms = AcceptHeader.Choose(header);

        Assert.Equal(parts, forms.Parts?.ToString());
        Assert.Equal(events, forms.Events?.ToString());
    }

    [Theory]
    [InlineData("multipart/mixed", IncrementalFormat.V02)]
    [InlineData("multipart/mixed; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("multipart/mixed; incrementalSpec=\"v0.1\", application/json", IncrementalFormat.V01)]
    [InlineData("multipart/mixed; incrementalSpec=v0.2, application/json", IncrementalFormat.V02)]
    [InlineData("text/event-stream; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("application/jsonl; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("multipart/mixed; boundary=\"-\"; deferSpec=20220824, application/json", IncrementalFormat.V01)]
    [InlineData("multipart/mixed; boundary=graphql; subscriptionSpec=1.0, application/json", IncrementalFormat.V02)]
    [InlineData("multipart/mixed; incrementalSpec=v9, multipart/mixed; incrementalSpec=v0.1", IncrementalFormat.V01)]
    [InlineData("multipart/mixed; incrementalSpec=v9, application/json", IncrementalFormat.None)]
    [InlineData("*/*", IncrementalFormat.V02)]
    [InlineData("application/json", IncrementalFormat.None)]
    public void Parts_are_told_as_the_client_asks(string header, IncrementalFormat format) => Assert.Equal(format, AcceptHeader.Choose(header).Format);

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("multipart/mixed; incrementalSpec=v9")]
    public void What_we_do_not_have_is_not_acceptable(string header) => Assert.Equal(406, Refusal(header).StatusCode);

    [Theory]
    [InlineData("json")]
    [InlineData("application/")]
    [InlineData("application/json;q=2")]
    [InlineData("application/json;q=much")]
    [InlineData("application/json application/xml")]
    public void What_is_no_list_of_media_types_is_refused(string header)
    {
        Assert.Equal(400, Refusal(header).StatusCode);
        Assert.Equal(ErrorCodes.InvalidAccept, Refusal(header).Error.Code);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("*/*", false)]
    [InlineData("", false)]
    [InlineData("text/html;q=0, */*", false)]
    public void Only_a_browser_asks_for_a_page(string header, bool expected) => Assert.Equal(expected, AcceptHeader.AsksForHtml(header));

    private static HttpRefusal Refusal(string header) => Assert.Throws<HttpRefusal>(() => AcceptHeader.Choose(header));
}
