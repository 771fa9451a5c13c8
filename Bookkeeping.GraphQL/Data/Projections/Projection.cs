using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Projections;

/// <summary>The columns of an entity that an operation needs. Made once for a planned operation.</summary>
internal sealed class Projection
{
    private readonly Entity entity;
    private readonly List<EntityMember> members;

    private Projection(Entity entity, IEnumerable<EntityMember> needed)
    {
        this.entity = entity;
        members = [.. entity.Key.Concat(needed).Distinct()];
    }

    /// <summary>Whether nothing but the key is needed.</summary>
    public bool IsKeyOnly => members.Count == entity.Key.Count;

    /// <summary>The columns that the fields selected below some selections need.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="type">Its object type.</param>
    /// <param name="selections">Selections whose values are of that type, or may be.</param>
    public static Projection Of(Entity entity, ObjectType type, IEnumerable<ISelection> selections) =>
        new(entity, selections.SelectMany(s => s.SelectionsFor(type)).SelectMany(s => NeededBy(s.Field, entity)));

    /// <summary>The row with those columns.</summary>
    public Expression Body(Expression row, QueryScope scope) =>
        Expression.MemberInit(entity.New(), members.Select(member => member.Bind(row, scope)));

    private static IEnumerable<EntityMember> NeededBy(Field field, Entity entity)
    {
        if (field.Resolver is not { } resolver) return [];
        if (resolver.Requires is { } required) return required.Select(name => Member(name, field, entity));
        if (resolver is PropertyResolver { Property: { } property } && entity.FindMember(property.Name) is { } member) return [member];
        // Nobody said what it reads, so it gets everything.
        return entity.Members;
    }

    private static EntityMember Member(string name, Field field, Entity entity) =>
        entity.FindMember(name) ?? throw new InvalidOperationException(
            $"{entity.ClrType.Name}.{field.Name} requires {name}, which is neither a column nor derived from columns; name those it needs.");
}
