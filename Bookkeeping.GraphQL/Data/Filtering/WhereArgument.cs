using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>The argument <c>where</c> of a field.</summary>
/// <param name="type">The argument's type; null when the field has no such argument.</param>
internal sealed class WhereArgument(FilterType? type)
{
    /// <summary>The argument's name.</summary>
    public const string Name = "where";

    /// <summary>Declares the argument.</summary>
    public void AddTo(Field field)
    {
        if (type is not null) field.Arguments.Add(new InputValue(Name, type.Input) { AppliedDirectives = { Weight.Directive(Weight.Usual) } });
    }

    /// <summary>The condition asked for; null for none.</summary>
    /// <exception cref="FieldErrorException">The filter is wrong or too large.</exception>
    public Expression? Read(IFieldContext context, Expression row, QueryScope scope) =>
        type is not null && context.Arguments.GetValueOrDefault(Name) is { } given
            ? type.Build(new FilterScope(scope), new Operand(row, IsNullable: false), given)
            : null;
}
