namespace Bookkeeping.GraphQL.Data;

/// <summary>Gives a query, or a to-many relation, out as a connection with cursors in both directions.</summary>
/// <remarks>Source: GraphQL Cursor Connections Specification.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>The connection's name without <c>Connection</c>; null: the field's name. Needed where two fields of a name have other nodes.</summary>
    public string? ConnectionName { get; init; }
}

/// <summary>Gives a query the argument <c>where</c>. To-many relations have it anyway.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFilteringAttribute : Attribute;

/// <summary>Gives a query the argument <c>order</c>. To-many relations have it anyway.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseSortingAttribute : Attribute;

/// <summary>Gives the first row of a query out, or null when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseFirstOrDefaultAttribute : Attribute;

/// <summary>The order when none is asked for; the primary key follows. Several apply in their order. Without any it is the primary key alone.</summary>
/// <param name="member">The property of the row to sort on (<c>nameof</c>).</param>
/// <param name="descending">Whether the largest comes first.</param>
/// <remarks>On an entity class it is the order of every list of it that declares none.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class DefaultOrderAttribute(string member, bool descending = false) : Attribute
{
    /// <summary>The property of the row to sort on.</summary>
    public string Member { get; } = member;

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; } = descending;
}
