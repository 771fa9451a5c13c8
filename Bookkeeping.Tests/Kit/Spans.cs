using System.Collections.Concurrent;
using System.Diagnostics;
using Bookkeeping.GraphQL.Execution.Diagnostics;

namespace Bookkeeping.Tests.Kit;

/// <summary>The library's spans below one of ours; other tests of the same process are not seen.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = [];
    private readonly ActivityListener listener;
    private readonly Activity root;

    public Spans()
    {
        root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> o) => o.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The spans that have ended, in that order: each with the names of those above it.</summary>
    public IReadOnlyList<string> Paths => [.. ended.Select(PathOf)];

    /// <summary>The span of a name.</summary>
    public Activity Single(string name) => ended.Single(a => a.DisplayName == name);

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        root.Dispose();
    }

    private string PathOf(Activity span) => span.Parent is { } parent && parent != root ? $"{PathOf(parent)}/{span.DisplayName}" : span.DisplayName;
}
