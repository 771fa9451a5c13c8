using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>Gives the slots of a whole statement the names of its parameters, those that EF Core would choose.</summary>
internal sealed class SlotNaming(Slots slots) : ExpressionVisitor
{
    private readonly Dictionary<int, QueryParameterExpression> named = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The names by place; null for a slot that the statement does not have.</summary>
    public string?[] Names => [.. Enumerable.Range(0, slots.Count).Select(place => named.GetValueOrDefault(place)?.Name)];

    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression root => root.DetachQueryProvider(),
        QueryParameterExpression slot => Named(slot),
        _ => base.VisitExtension(node),
    };

    private QueryParameterExpression Named(QueryParameterExpression slot)
    {
        var place = Slots.PlaceOf(slot);
        if (named.TryGetValue(place, out var known)) return known;
        var wanted = slots.NameOf(place);
        var name = taken.Add(wanted) ? wanted : Free(wanted + named.Count);
        return named[place] = slot.TranslationMode is { } mode ? new QueryParameterExpression(name, slot.Type, mode) : new QueryParameterExpression(name, slot.Type);
    }

    private string Free(string name)
    {
        while (!taken.Add(name)) name += "_";
        return name;
    }
}
