using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>The errors of one object at the root of a tree.</summary>
internal sealed class ResultErrors(AnswerLimits limits)
{
    private readonly List<GraphQLError> errors = [];
    private int leftOut;

    /// <summary>The errors in the order they were found, with a note at the end when some had to be left out.</summary>
    public IReadOnlyList<GraphQLError> All => leftOut == 0 ? errors : [.. errors, limits.LeftOut(leftOut)];

    /// <summary>Adds an error, if there is room for it.</summary>
    public void Add(GraphQLError error)
    {
        if (limits.TryAddError()) errors.Add(error);
        else leftOut++;
    }
}
