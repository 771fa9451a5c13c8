using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A value that the database computes from others.</summary>
internal sealed class DerivedMember : EntityMember
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly Func<DateTimeOffset, LambdaExpression> definition;

    public DerivedMember(PropertyInfo property, DerivedAttribute derived)
        : base(property, !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null)
    {
        definition = FindDefinition(property, derived.Expression);
        // How an enum that is in no column would be sorted depends on the expression; only its equality is certain.
        Comparison = Comparison.For(property.PropertyType, converter: null);
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
