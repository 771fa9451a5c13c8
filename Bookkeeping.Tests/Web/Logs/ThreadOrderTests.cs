using Bookkeeping.Web.Logs;

namespace Bookkeeping.Tests.Web.Logs;

public sealed class ThreadOrderTests
{
    [Fact]
    public void Each_entry_stands_under_what_it_answers_oldest_first() =>
        Assert.Equal([(1, 0), (2, 1), (5, 2), (3, 1), (4, 2)], Order((1, null), (2, 1), (3, 1), (4, 3), (5, 2)));

    [Fact]
    public void The_order_given_does_not_matter() =>
        Assert.Equal([(1, 0), (2, 1), (3, 2)], Order((3, 2), (1, null), (2, 1)));

    [Fact]
    public void An_answer_to_an_entry_that_is_not_among_them_stands_at_the_top() =>
        Assert.Equal([(1, 0), (7, 0), (8, 1)], Order((1, null), (7, 6), (8, 7)));

    [Fact]
    public void A_thread_of_ten_thousand_levels_is_put_in_order() =>
        Assert.Equal(9_999, Order([.. Enumerable.Range(1, 10_000).Select(n => (n, n == 1 ? (int?)null : n - 1))])[^1].Depth);

    private static (int Number, int Depth)[] Order(params (int Number, int? Parent)[] entries) =>
        [.. ThreadOrder.Of(entries, e => e.Number, e => e.Parent).Select(e => (e.Post.Number, e.Depth))];
}
