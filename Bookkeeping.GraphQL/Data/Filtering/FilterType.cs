using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>The filter input of an entity: its fields, and what each means to the database.</summary>
/// <param name="name">The input type's name.</param>
internal sealed class FilterType(string name)
{
    private readonly Dictionary<string, FilterField> fields = new(StringComparer.Ordinal);

    /// <summary>The type in the schema.</summary>
    public InputObjectType Input { get; } = new(name);

    /// <summary>Adds a field at the end.</summary>
    public void Add(InputValue input, FilterField field)
    {
        Input.Fields.Add(input);
        fields[input.Name] = field;
    }

    /// <summary>The condition that a filter object stands for.</summary>
    /// <param name="filter">The statement it is part of.</param>
    /// <param name="row">The row filtered.</param>
    /// <param name="given">The coerced filter object; its fields are all to hold.</param>
    /// <returns>Null when the object is empty: no condition.</returns>
    public Expression? Build(FilterScope filter, Operand row, object? given)
    {
        filter.Enter();
        Expression? all = null;
        foreach (var (field, value) in (IReadOnlyDictionary<string, object?>)given!)
        {
            filter.Count();
            all = Predicates.Both(all, fields[field].Build(filter, row, value));
        }
        filter.Leave();
        return all;
    }
}
