using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("qeury", "query")]
    [InlineData("detecor", "detectors")]
    [InlineData("RUN", "run")]
    [InlineData("i", "I")]
    [InlineData("fils", "fill")]
    public void A_word_close_to_one_option_suggests_it(string given, string option) =>
        Assert.Equal($" Did you mean `{option}`?", Suggestions.DidYouMean(given, [option, "environment", "x"]));

    [Theory]
    [InlineData("runs", "logs")]
    [InlineData("a", "b")]
    [InlineData("ab", "xy")]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("run", "runQualityChanges")]
    public void A_word_far_from_every_option_suggests_nothing(string given, string option) =>
        Assert.Equal("", Suggestions.DidYouMean(given, [option]));

    [Fact]
    public void The_closest_come_first_then_the_alphabet_and_three_are_enough()
    {
        Assert.Equal(" Did you mean `tabs` or `tags`?", Suggestions.DidYouMean("tass", ["tags", "tabs"]));
        Assert.Equal(" Did you mean `run`, `fun` or `gun`?", Suggestions.DidYouMean("Run", ["sun", "run", "log", "gun", "fun"]));
    }

    [Fact]
    public void An_option_named_twice_is_suggested_once() => Assert.Equal(" Did you mean `run`?", Suggestions.DidYouMean("rnu", ["run", "run"]));

    [Fact]
    public void Without_options_there_is_nothing_to_suggest() => Assert.Equal("", Suggestions.DidYouMean("run", []));

    [Fact]
    public void A_word_too_long_for_a_typing_error_is_not_compared()
    {
        var word = new string('x', 64);
        Assert.NotEqual("", Suggestions.DidYouMean(word, [word + "y"]));
        Assert.Equal("", Suggestions.DidYouMean(word + "z", [word + "y"]));
    }
}
