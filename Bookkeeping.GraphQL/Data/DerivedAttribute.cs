namespace Bookkeeping.GraphQL.Data;

/// <summary>Marks an unmapped property of an entity whose value the database computes, in SELECT, WHERE and ORDER alike.</summary>
/// <param name="expression">The static member of the same class that holds the expression (<c>nameof</c>): an
/// <c>Expression&lt;Func&lt;TEntity, TValue&gt;&gt;</c> property, or a method that returns one and takes the present as a
/// <see cref="DateTimeOffset"/>. It must translate on every database the entity is stored in.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute(string expression) : Attribute
{
    /// <summary>The name of the static member.</summary>
    public string Expression { get; } = expression;
}
