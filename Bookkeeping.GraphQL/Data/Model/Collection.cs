using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A relation from an entity to many rows.</summary>
/// <param name="Property">The property that holds the rows.</param>
/// <param name="Target">The entity of the rows.</param>
/// <param name="OwnColumn">The owner's column that decides which rows they are; null when there are several, or no C# property for it.</param>
/// <param name="TargetColumn">The column that has the same value in the rows, or is named by the link; null like the owner's.</param>
/// <param name="Link">The rows between the two, when both sides are many; null when the target names the owner.</param>
/// <param name="IsMapped">Whether the database context knows the relation, so that expressions can follow it.</param>
internal sealed record Collection(PropertyInfo Property, Entity Target, Column? OwnColumn, Column? TargetColumn, LinkTable? Link, bool IsMapped)
{
    /// <summary>Rows that hold the owner's key.</summary>
    public static Collection OneToMany(PropertyInfo property, Entity owner, Entity target, INavigation navigation) => new(
        property, target, owner.FindColumn(navigation.ForeignKey.PrincipalKey.Properties), target.FindColumn(navigation.ForeignKey.Properties), Link: null, IsMapped: true);

    /// <summary>Rows that other rows link to the owner.</summary>
    public static Collection ManyToMany(PropertyInfo property, Entity owner, Entity target, ISkipNavigation skip) => new(
        property, target, owner.FindColumn(skip.ForeignKey.PrincipalKey.Properties), target.FindColumn(skip.Inverse.ForeignKey.PrincipalKey.Properties),
        new LinkTable(skip.JoinEntityType, skip.ForeignKey.Properties[0], skip.Inverse.ForeignKey.Properties[0]), IsMapped: true);

    /// <summary>Rows that have the owner's value in some column.</summary>
    public static Collection SameValue(PropertyInfo property, Entity owner, Entity target, RelatedByAttribute related) => new(
        property, target, owner.FindMember(related.Own) as Column, target.FindMember(related.Other) as Column, Link: null, IsMapped: false);
}

/// <summary>The rows that link two entities.</summary>
/// <param name="Type">Their mapping.</param>
/// <param name="ToOwner">Their column with the owner's key.</param>
/// <param name="ToTarget">Their column with the target's key.</param>
internal sealed record LinkTable(IEntityType Type, IProperty ToOwner, IProperty ToTarget);
