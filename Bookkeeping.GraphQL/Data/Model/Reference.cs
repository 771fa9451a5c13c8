using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A relation from an entity to one row at most.</summary>
internal sealed class Reference
{
    public Reference(PropertyInfo property, Entity owner, Entity target, INavigation navigation)
    {
        var (own, other) = navigation.IsOnDependent
            ? (navigation.ForeignKey.Properties, navigation.ForeignKey.PrincipalKey.Properties)
            : (navigation.ForeignKey.PrincipalKey.Properties, navigation.ForeignKey.Properties);
        Property = property;
        Target = target;
        IsOnDependent = navigation.IsOnDependent;
        IsNullable = !navigation.IsOnDependent || !navigation.ForeignKey.IsRequired;
        OwnColumn = owner.FindColumn(own);
        TargetColumn = target.FindColumn(other);
    }

    /// <summary>The property that holds the row.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The entity of the row.</summary>
    public Entity Target { get; }

    /// <summary>Whether the owner holds the foreign key; otherwise the target does.</summary>
    public bool IsOnDependent { get; }

    /// <summary>Whether there may be no row.</summary>
    public bool IsNullable { get; }

    /// <summary>The column of the owner that decides which row it is; null when there are several, or no C# property for it.</summary>
    public Column? OwnColumn { get; }

    /// <summary>The column of the target with the same value; null when there are several, or no C# property for it.</summary>
    public Column? TargetColumn { get; }

    /// <summary>The owner's column that holds the value of a column of the target: its foreign key. Null when there is none.</summary>
    public Column? ForeignKeyFor(Column column) => IsOnDependent && column == TargetColumn ? OwnColumn : null;
}
