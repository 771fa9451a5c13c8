using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>A filter that a method of a <see cref="FilterFieldsAttribute{TEntity}"/> class makes.</summary>
/// <param name="name">The field's name.</param>
/// <param name="owner">The name of the filter type it stands in.</param>
/// <param name="method">The method; it has one argument.</param>
internal sealed class CustomField(string name, string owner, MethodCall method) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        var argument = method.Arguments[0];
        if (value is null && argument.Type.IsNonNull) throw DataErrors.NullNotAllowed(name, owner, argument.Type.ToString()!);
        var lambda = Call(filter.Query.Services, argument.Name, value);
        return filter.Query.Expand(ParameterReplacer.Replace(lambda.Body, lambda.Parameters[0], row.Expression));
    }

    private LambdaExpression Call(IServiceProvider services, string argument, object? value)
    {
        try
        {
            var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { [argument] = value };
            return (LambdaExpression)method.Invoke(new MethodInput(services, arguments, [], CancellationToken.None))!;
        }
        catch (Exception invalid) when (invalid is InvalidFilterException or FormatException)
        {
            throw DataErrors.InvalidValue($"'{name}' in {owner}: {invalid.Message}");
        }
    }
}
