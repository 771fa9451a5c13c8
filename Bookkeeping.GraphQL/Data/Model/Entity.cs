using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A class whose instances are rows.</summary>
internal sealed class Entity
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly Dictionary<string, EntityMember> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reference> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Collection> collections = new(StringComparer.Ordinal);

    public Entity(IEntityType type)
    {
        Type = type;
        ClrType = type.ClrType;
        foreach (var property in type.GetProperties())
            if (property.PropertyInfo is not null) members.Add(property.Name, new Column(property));
        foreach (var complex in type.GetComplexProperties())
            if (complex.PropertyInfo is { } property) members.Add(complex.Name, new Column(property, complex.IsNullable));
        foreach (var property in ClrType.GetProperties(Instance))
            if (property.GetCustomAttribute<DerivedAttribute>() is { } derived) members.Add(property.Name, new DerivedMember(property, derived, type.Model));
        Key = FindKey();
    }

    /// <summary>The mapping.</summary>
    public IEntityType Type { get; }

    /// <summary>The class.</summary>
    public Type ClrType { get; }

    /// <summary>The primary key's columns in order; none for an entity without a key.</summary>
    public IReadOnlyList<Column> Key { get; }

    /// <summary>The key when it is one column; null otherwise.</summary>
    public Column? SingleKey => Key.Count == 1 ? Key[0] : null;

    /// <summary>Columns and derived members.</summary>
    public IEnumerable<EntityMember> Members => members.Values;

    /// <summary>The column or derived member of a property; null when there is none.</summary>
    public EntityMember? FindMember(string property) => members.GetValueOrDefault(property);

    /// <summary>The relation to one row that a property holds; null when it holds none.</summary>
    public Reference? FindReference(string property) => references.GetValueOrDefault(property);

    /// <summary>The relation to many rows that a property holds; null when it holds none.</summary>
    public Collection? FindCollection(string property) => collections.GetValueOrDefault(property);

    /// <summary>A row that holds nothing but the values bound.</summary>
    public NewExpression New() => Expression.New(Constructor);

    /// <summary>Refuses a class that rows cannot be read into.</summary>
    /// <exception cref="SchemaException">It has no constructor without parameters, or a value cannot be set.</exception>
    public void CheckReadable()
    {
        _ = Constructor;
        foreach (var member in members.Values) member.CheckWritable();
    }

    /// <summary>The column of a key; null when the key has several, or no C# property.</summary>
    public Column? FindColumn(IReadOnlyList<IProperty> key) => key.Count == 1 ? FindMember(key[0].Name) as Column : null;

    /// <summary>Finds the relations, once all entities are known.</summary>
    public void Connect(EntityModel model)
    {
        foreach (var navigation in Type.GetNavigations())
            if (navigation.PropertyInfo is { } property && model.Find(navigation.TargetEntityType.ClrType) is { } target)
                Add(property, navigation, target);
        foreach (var skip in Type.GetSkipNavigations())
            if (skip.PropertyInfo is { } property && model.Find(skip.TargetEntityType.ClrType) is { } target)
                collections.Add(property.Name, Collection.ManyToMany(property, this, target, skip));
        foreach (var property in ClrType.GetProperties(Instance))
            if (property.GetCustomAttribute<RelatedByAttribute>() is { } related)
                collections.Add(property.Name, Collection.SameValue(property, this, model.Get(property.PropertyType.GetGenericArguments()[0]), related));
    }

    private void Add(PropertyInfo property, INavigation navigation, Entity target)
    {
        if (navigation.IsCollection) collections.Add(property.Name, Collection.OneToMany(property, this, target, navigation));
        else references.Add(property.Name, new Reference(property, this, target, navigation));
    }

    private List<Column> FindKey() =>
        [.. (Type.FindPrimaryKey()?.Properties ?? []).Select(p => members.GetValueOrDefault(p.Name) as Column
            ?? throw DataErrors.StartUp($"{ClrType.Name} needs a C# property (an internal one will do) for its key column {p.Name}."))];

    private ConstructorInfo Constructor => field ??= ClrType.GetConstructor(Instance, [])
        ?? throw DataErrors.StartUp($"{ClrType.Name} needs a constructor without parameters (a private one will do), for rows are read into it.");
}
