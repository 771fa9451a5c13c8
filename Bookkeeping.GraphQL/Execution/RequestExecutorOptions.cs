using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.GraphQL.Execution;

/// <summary>The limits of requests, and how faults are told.</summary>
public sealed record RequestExecutorOptions
{
    /// <summary>How long a request may take before it is given up; 30 seconds unless told otherwise.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many errors an answer lists before it only counts them; 100 unless told otherwise.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How many objects an answer may have; the field that would exceed it fails. 250,000 unless told otherwise.</summary>
    public int MaxObjects { get; init; } = 250_000;

    /// <summary>How many documents are kept parsed and validated; 1,000 unless told otherwise.</summary>
    public int DocumentCacheCount { get; init; } = 1_000;

    /// <summary>How long the texts of the documents kept may be together, in UTF-16 code units; 2 Mi unless told otherwise.
    /// A syntax tree takes some dozen times the size of its text.</summary>
    public long DocumentCacheLength { get; init; } = 2 * 1024 * 1024;

    /// <summary>How many plans are kept, one for each operation and outcome of its conditions; 1,000 unless told otherwise.</summary>
    public int PlanCacheCount { get; init; } = 1_000;

    /// <summary>How many fields the plans kept may have together; 200,000 unless told otherwise.</summary>
    public long PlanCacheSelections { get; init; } = 200_000;

    /// <summary>How many fields an operation may select once its fragments are expanded for every type they meet; 20,000 unless told otherwise.</summary>
    public int MaxPlanSelections { get; init; } = 20_000;

    /// <summary>How many fragments an operation may defer (<c>@defer</c>) once they are expanded for every type they meet; 1,000 unless told otherwise.</summary>
    public int MaxDeferredFragments { get; init; } = 1_000;

    /// <summary>How many items of a streamed list (<c>@stream</c>) are answered together; 100 unless told otherwise.</summary>
    public int StreamedItems { get; init; } = 100;

    /// <summary>How much an operation may cost.</summary>
    public CostOptions Cost { get; init; } = new();

    /// <summary>The limits of a document's text.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>The limits of what a document asks for.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>How long an operation may take before it is logged as slow, with the hash of its document and without its variables; zero: none is. 1 second unless told otherwise.</summary>
    public TimeSpan SlowOperationThreshold { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether unforeseen errors show the exception; only for development, for it tells strangers how the server is made.</summary>
    public bool IncludeExceptionDetails { get; init; }

    /// <summary>Words an exception for the client; null from it, or no function: the error is internal and only the log has the details.</summary>
    public Func<Exception, GraphQLError?>? TranslateException { get; init; }

    /// <summary>The error of a request that took longer than its <see cref="Timeout"/>.</summary>
    internal GraphQLError TimedOut() =>
        new($"The request took longer than {Timeout.TotalSeconds:0.###} s and was given up. Ask for less at once.") { Code = ErrorCodes.Timeout };
}
