using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Tests.Storage;

public sealed class KnownKeysTests
{
    [Fact]
    public void What_was_found_is_not_looked_for_again_by_its_entity_and_key()
    {
        var known = new KnownKeys();
        known.Remember<Run, int>([1, 2]);
        Assert.Equal([3], known.Unknown<Run, int>([1, 3, 2, 3]));
        Assert.Equal(["1"], known.Unknown<Host, string>(["1"]));
        known.Forget();
        Assert.Equal([1], known.Unknown<Run, int>([1]));
    }

    [Fact]
    public void Before_there_are_too_many_all_are_forgotten()
    {
        var known = new KnownKeys();
        known.Remember<Run, int>(Enumerable.Range(1, KnownKeys.MaxKeys));
        Assert.Equal(KnownKeys.MaxKeys, known.Count);
        known.Remember<Run, int>([0]);
        Assert.Equal(1, known.Count);
    }
}
