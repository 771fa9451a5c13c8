namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Declares that a mutation may be refused in this way, so that its payload can say so.</summary>
/// <typeparam name="TRefusal">The refusal; a member of the union behind the payload's <c>errors</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RefusesAttribute<TRefusal> : Attribute, IRefuses
    where TRefusal : Refusal
{
    Type IRefuses.Refusal => typeof(TRefusal);
}

/// <summary>Says who may send a mutation. The schema's description names the roles.</summary>
/// <param name="roles">The roles of which the caller needs one.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresRoleAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles of which the caller needs one.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>Any <see cref="RefusesAttribute{TRefusal}"/>.</summary>
internal interface IRefuses
{
    /// <summary>The class of the refusal.</summary>
    Type Refusal { get; }
}
