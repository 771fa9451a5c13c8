using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A value that the database computes from others.</summary>
internal sealed class DerivedMember : EntityMember
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly Func<DateTimeOffset, LambdaExpression> definition;

    public DerivedMember(PropertyInfo property, DerivedAttribute derived, IModel model)
        : base(property, !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null)
    {
        definition = FindDefinition(property, derived.Expression);
        Comparison = Comparison.For(property.PropertyType, ConverterOf(property.PropertyType, model));
    }

    /// <inheritdoc/>
    public override Comparison? Comparison { get; }

    /// <inheritdoc/>
    public override Expression Read(Expression row, QueryScope scope)
    {
        var lambda = scope.Slots.Define(this, scope.Now);
        return scope.Expand(ParameterReplacer.Replace(lambda.Body, lambda.Parameters[0], row));
    }

    /// <summary>What the value is derived from at a present.</summary>
    public LambdaExpression DefinitionAt(DateTimeOffset now) => definition(now);

    // Constants of an enum are written as its type is, so that their order is known. What comes from a column is written as the column is: of that
    // only the equality is certain.
    private ValueConverter? ConverterOf(Type type, IModel model) =>
        (Nullable.GetUnderlyingType(type) ?? type).IsEnum && IsOfConstants(DefinitionAt(DateTimeOffset.UnixEpoch).Body)
            ? model.GetModelDependencies().TypeMappingSource.FindMapping(type, model)?.Converter
            : null;

    private static bool IsOfConstants(Expression value) => value switch
    {
        ConditionalExpression choice => IsOfConstants(choice.IfTrue) && IsOfConstants(choice.IfFalse),
        UnaryExpression { NodeType: ExpressionType.Convert } converted => IsOfConstants(converted.Operand),
        _ => value is ConstantExpression,
    };

    private static Func<DateTimeOffset, LambdaExpression> FindDefinition(PropertyInfo property, string name)
    {
        var owner = property.DeclaringType!;
        var expected = typeof(Expression<>).MakeGenericType(typeof(Func<,>).MakeGenericType(owner, property.PropertyType));
        if (owner.GetProperty(name, Static) is { } member && member.PropertyType == expected)
            return Constant((LambdaExpression)member.GetValue(null)!);
        if (owner.GetMethod(name, Static, [typeof(DateTimeOffset)]) is { } method && method.ReturnType == expected)
            return method.CreateDelegate<Func<DateTimeOffset, LambdaExpression>>();
        throw DataErrors.StartUp(
            $"{owner.Name}.{property.Name} is derived from {name}, which must be a static property of type Expression<Func<{owner.Name}, "
            + $"{property.PropertyType.Name}>>, or a static method that takes a DateTimeOffset and returns one.");
    }

    private static Func<DateTimeOffset, LambdaExpression> Constant(LambdaExpression lambda) => _ => lambda;
}
