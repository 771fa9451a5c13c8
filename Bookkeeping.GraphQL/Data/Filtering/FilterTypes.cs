using System.Reflection;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Nodes;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>Makes the filter inputs of entities; each when it is first needed.</summary>
/// <param name="builder">Gives types and names, and registers the inputs.</param>
internal sealed class FilterTypes(SchemaBuilder builder)
{
    private readonly Dictionary<Entity, FilterType> types = [];
    private readonly OperatorTypes operators = new(builder);

    /// <summary>The filter input of an entity.</summary>
    public FilterType For(Entity entity)
    {
        if (types.TryGetValue(entity, out var known)) return known;
        var source = builder.ObjectTypeOf(entity.ClrType);
        var type = new FilterType(source.Name + "FilterInput") { Input = { Description = source.Description } };
        types.Add(entity, type);
        builder.AddType(type.Input);
        Fill(type, entity);
        return type;
    }

    private void Fill(FilterType type, Entity entity)
    {
        var several = new ListType(new NonNullType(type.Input));
        type.Add(new InputValue("and", several) { Description = OperatorDescriptions.And }, new LogicField(type, any: false));
        type.Add(new InputValue("or", several) { Description = OperatorDescriptions.Or }, new LogicField(type, any: true));
        if (NodeId.For(entity, builder) is { } id)
            type.Add(new InputValue("id", operators.ForIds()) { Description = NodeId.Description }, new IdField(type.Input.Name, id));
        foreach (var property in ClrMembers.Properties(entity.ClrType)) AddProperty(type, entity, property);
        foreach (var method in CustomFilters.Of(entity)) AddCustom(type, method);
    }

    private void AddProperty(FilterType type, Entity entity, PropertyInfo property)
    {
        var name = builder.NameOf(property);
        var (input, field) = Field(type.Input.Name, name, entity, property);
        if (input is not null) type.Add(new InputValue(name, input) { Description = builder.DescriptionOf(property) }, field!);
    }

    private (InputObjectType? Input, FilterField? Field) Field(string owner, string name, Entity entity, PropertyInfo property)
    {
        if (entity.FindMember(property.Name) is { } member) return Scalar(owner, name, member);
        if (entity.FindReference(property.Name) is { } reference)
            return (For(reference.Target).Input, new ReferenceField(name, owner, reference, For(reference.Target)));
        return entity.FindCollection(property.Name) is { IsMapped: true } collection ? Rows(collection) : default;
    }

    private (InputObjectType? Input, FilterField? Field) Scalar(string owner, string name, EntityMember member)
    {
        if (member.Comparison is not { } comparison) return ItemType(member.Type) is { } item ? Values(member, item) : default;
        var input = operators.For(builder.InputType(member.Type).Named, member.Type);
        return (input, new ScalarField(name, owner, member, new ScalarOperators(input.Name, comparison, AcceptsNull(member.Type))));
    }

    private (InputObjectType Input, FilterField Field) Rows(Collection collection)
    {
        var item = For(collection.Target);
        var input = operators.ForList($"ListFilterInputTypeOf{item.Input.Name}", item.Input);
        return (input, new CollectionField(input.Name, collection.Property, collection.Target.ClrType, item.Input.Name, new RowsField(item)));
    }

    private (InputObjectType? Input, FilterField? Field) Values(EntityMember member, Type itemType)
    {
        if (Comparison.For(itemType, converter: null) is not { } comparison) return default;
        var value = builder.InputType(itemType).Named;
        var item = operators.For(value, itemType);
        var input = operators.ForList("List" + item.Name, item);
        var values = new ValuesField(new ScalarOperators(item.Name, comparison, AcceptsNull(itemType)));
        return (input, new CollectionField(input.Name, member.Property, itemType, item.Name, values));
    }

    private void AddCustom(FilterType type, MethodInfo method)
    {
        var call = builder.CallOf(method);
        if (call.Arguments is not [var argument])
            throw DataErrors.StartUp($"{method.DeclaringType!.Name}.{method.Name} is a filter, so it takes exactly one value from the client; put several into a record.");
        var name = builder.NameOf(method);
        var input = new InputValue(name, argument.Type.Nullable)
        {
            Description = builder.DescriptionOf(method),
            AppliedDirectives = { Weight.Directive(method.GetCustomAttribute<CostAttribute>()?.Weight ?? Weight.Usual) },
        };
        type.Add(input, new CustomField(name, type.Input.Name, call));
    }

    private static bool AcceptsNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Type? ItemType(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.GetGenericArguments()[0] : null;
}
