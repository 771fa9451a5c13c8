using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>Counts what may not grow without end, over all parts of an answer.</summary>
internal sealed class AnswerLimits(RequestExecutorOptions options)
{
    private int errors;
    private int objects;

    /// <summary>Counts objects that a field is about to add.</summary>
    /// <returns>Null; or why the answer cannot take them, and then they are not counted.</returns>
    public GraphQLError? Reserve(int count)
    {
        if (objects + count > options.MaxObjects)
            return new GraphQLError($"The answer would have more than {options.MaxObjects} objects. Ask for smaller pages or fewer relations.") { Code = ErrorCodes.OperationTooLarge };
        objects += count;
        return null;
    }

    /// <summary>Counts an error that is about to be listed.</summary>
    /// <returns>Whether there is room for it.</returns>
    public bool TryAddError() => ++errors <= options.MaxErrors;

    /// <summary>The note in place of errors there was no room for.</summary>
    public GraphQLError LeftOut(int count) =>
        new($"{count} more errors are left out; an answer lists {options.MaxErrors} at most.") { Code = ErrorCodes.TooManyErrors };
}
