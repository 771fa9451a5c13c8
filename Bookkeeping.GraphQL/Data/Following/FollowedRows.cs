using Bookkeeping.GraphQL.Data.Filtering;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Following;

/// <summary>Opens a subscription that takes the filter of an entity.</summary>
/// <param name="inner">Opens the stream.</param>
/// <param name="parameter">The parameter that takes the filter.</param>
/// <param name="type">What the filter's fields mean.</param>
/// <param name="entity">The entity.</param>
/// <param name="data">The database.</param>
internal sealed class FollowedRows<T>(SubscriptionResolver inner, string parameter, FilterType type, Entity entity, DataAccess data) : SubscriptionResolver
    where T : class
{
    /// <inheritdoc/>
    public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel)
    {
        var asked = (ISubscriptionContext)context;
        var arguments = new Dictionary<string, object?>(asked.Arguments, StringComparer.Ordinal);
        var filter = new RowFilter<T>(arguments.GetValueOrDefault(WhereArgument.Name), type, entity, data);
        // What is wrong with a filter is told at once, not with the first event.
        filter.Check(context.Services);
        arguments[parameter] = filter;
        return inner.SubscribeAsync(new Following(asked, arguments), cancel);
    }

    private sealed class Following(ISubscriptionContext asked, IReadOnlyDictionary<string, object?> arguments) : ISubscriptionContext
    {
        public ISelection Selection => asked.Selection;

        public Schema Schema => asked.Schema;

        public IServiceProvider Services => asked.Services;

        public IReadOnlyDictionary<string, object?> Arguments => arguments;

        public object AskedWithout(string except) => asked.AskedWithout(except);
    }
}
