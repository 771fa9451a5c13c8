using System.Reflection;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Nodes;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>Makes the sort inputs of entities; each when it is first needed.</summary>
/// <param name="builder">Gives types and names, and registers the inputs.</param>
internal sealed class SortTypes(SchemaBuilder builder)
{
    private readonly Dictionary<Entity, SortType> types = [];

    private EnumType Direction => field ??= MakeDirection();

    /// <summary>The sort input of an entity.</summary>
    public SortType For(Entity entity)
    {
        if (types.TryGetValue(entity, out var known)) return known;
        var source = builder.ObjectTypeOf(entity.ClrType);
        var type = new SortType(source.Name + "SortInput") { Input = { Description = source.Description } };
        types.Add(entity, type);
        builder.AddType(type.Input);
        if (NodeId.For(entity, builder) is { } id)
            Add(type, new InputValue("id", Direction) { Description = NodeId.Description }, new SortField(id.Key));
        foreach (var property in ClrMembers.Properties(entity.ClrType)) AddProperty(type, entity, property);
        return type;
    }

    private void AddProperty(SortType type, Entity entity, PropertyInfo property)
    {
        if (entity.FindMember(property.Name) is { Comparison.Order: not null } member) Add(type, property, Direction, new SortField(member));
        else if (entity.FindReference(property.Name) is { } reference) AddReference(type, property, reference);
    }

    private void AddReference(SortType type, PropertyInfo property, Reference reference)
    {
        var target = For(reference.Target);
        Add(type, property, target.Input, new SortField(reference, target));
    }

    private void Add(SortType type, PropertyInfo property, NamedType input, SortField field) =>
        Add(type, new InputValue(builder.NameOf(property), input) { Description = builder.DescriptionOf(property) }, field);

    private static void Add(SortType type, InputValue input, SortField field)
    {
        if (field.Member is not null) input.AppliedDirectives.Add(Weight.Directive(Weight.Usual));
        type.Add(input, field);
    }

    private EnumType MakeDirection()
    {
        var direction = new EnumType("SortEnumType") { Description = "The direction of an order. What is not known comes before everything else." };
        direction.Values.Add(new EnumValue("ASC", SortDirection.Ascending) { Description = "The smallest, or earliest, first." });
        direction.Values.Add(new EnumValue("DESC", SortDirection.Descending) { Description = "The largest, or latest, first; what is not known last." });
        builder.AddType(direction);
        return direction;
    }
}
