using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The work that is left until the schema stands, and the errors found on the way: one bad member does not hide the next.</summary>
internal sealed class StartUp
{
    private readonly Queue<Action> work = [];
    private readonly List<GraphQLError> errors = [];

    /// <summary>The errors found, each once.</summary>
    public IEnumerable<GraphQLError> Errors => errors.DistinctBy(e => e.Message);

    /// <summary>Leaves something for later: types refer to each other in circles, so their fields wait until they have names.</summary>
    public void Later(Action action) => work.Enqueue(action);

    /// <summary>Does something now and keeps its errors.</summary>
    /// <param name="member">Who is named in front of an error; null when the error says it.</param>
    /// <param name="action">What to do.</param>
    public void Try(string? member, Action action)
    {
        try
        {
            action();
        }
        catch (SchemaException exception)
        {
            errors.AddRange(member is null ? exception.Errors : Fault.In(member, exception));
        }
    }

    /// <summary>Does all that was left, and what that leaves in turn.</summary>
    public void Finish()
    {
        while (work.TryDequeue(out var action)) Try(null, action);
    }
}
