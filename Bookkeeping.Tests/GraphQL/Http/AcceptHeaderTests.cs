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
    [InlineData("multipart/mixed, text/event-stream, application/json;q=0.1", false)]
    public void The_best_liked_form_wins(string header, bool isGraphQL) =>
        Assert.Equal(isGraphQL, AcceptHeader.Choose(header) == ResponseForm.GraphQLResponse);

    [Fact]
    public void Several_headers_count_as_one() =>
        Assert.Equal(ResponseForm.GraphQLResponse, AcceptHeader.Choose(new[] { "text/html", "application/graphql-response+json" }));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json; charset=utf-16")]
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
