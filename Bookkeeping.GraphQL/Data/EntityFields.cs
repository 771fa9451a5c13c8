using System.Reflection;
using Bookkeeping.GraphQL.Data.Filtering;
using Bookkeeping.GraphQL.Data.Following;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Relations;
using Bookkeeping.GraphQL.Data.Roots;
using Bookkeeping.GraphQL.Data.Sorting;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.GraphQL.Data;

/// <summary>Makes the fields that give rows: of root methods that return queries, and of an entity's relations.</summary>
/// <param name="data">The database.</param>
/// <param name="builder">Gives names, descriptions and types.</param>
internal sealed class EntityFields(DataAccess data, SchemaBuilder builder)
{
    private readonly ConnectionTypes connections = new(builder);
    private readonly FilterTypes filters = new(builder);
    private readonly SortTypes sorts = new(builder);

    /// <summary>The field of a method that returns a query of an entity; null when it returns something else.</summary>
    /// <exception cref="SchemaException">The method or its attributes cannot be used so.</exception>
    public Field? OfQuery(MethodInfo method)
    {
        if (QueryElement(method) is not { } rowType) return null;
        var entity = data.Model.Get(rowType);
        var call = builder.CallOf(method);
        var list = ListOf(entity, method, method.IsDefined(typeof(UseFilteringAttribute)), method.IsDefined(typeof(UseSortingAttribute)));
        var (type, resolver) = Shape(method, list);
        var field = FieldOf(method, type, (BatchResolver)Make(resolver, [rowType], call, list, data));
        foreach (var argument in call.Arguments) field.Arguments.Add(argument);
        return WithArguments(field, list, isPaged: resolver == typeof(PagedRoot<>));
    }

    /// <summary>The field of a property that holds related rows; null when it holds something else.</summary>
    /// <exception cref="SchemaException">The relation cannot be followed.</exception>
    public Field? OfRelation(PropertyInfo property, Entity entity)
    {
        if (entity.FindReference(property.Name) is { } reference) return OfReference(reference);
        return entity.FindCollection(property.Name) is { } collection ? OfCollection(collection, entity) : null;
    }

    /// <summary>The field of a payload that gives the row a mutation wrote; null when the mutation gives something else.</summary>
    /// <param name="method">The mutation's method.</param>
    /// <exception cref="SchemaException">The row cannot be found again.</exception>
    public Field? OfResult(MethodInfo method)
    {
        var result = MutationFields.ResultOf(builder.GraphTypes.TypeOf(method)).Type;
        if (data.Model.Find(result) is not { } entity) return null;
        var type = NodeType(entity);
        if (entity.SingleKey is not { Comparison.ValueType: { } key })
            throw DataErrors.StartUp($"{result.Name} has no key of one column, so what a mutation wrote of it cannot be read back.");
        var keyOf = Getter.Of(entity.SingleKey.Property);
        Func<object, object?> keyOfResult = payload => ((MutationPayload)payload).Result is { } row ? keyOf(row) : null;
        return new Field(Naming.CamelCase(type.Name), type)
        {
            Description = "What the mutation wrote, as it is now; null when it was refused.",
            Resolver = (BatchResolver)Make(typeof(RowByKey<,>), [result, key], entity, type, data, keyOfResult),
        };
    }

    /// <summary>The field of a property marked <see cref="FindByAttribute"/>; null for others.</summary>
    /// <exception cref="SchemaException">The row cannot be found so.</exception>
    public Field? OfKey(PropertyInfo property)
    {
        if (property.GetCustomAttribute<FindByAttribute>() is not { } found) return null;
        var entity = data.Model.Get(property.PropertyType);
        var holder = property.DeclaringType!.GetProperty(found.Key, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (holder is null || entity.SingleKey is not { Comparison.ValueType: { } key } || (Nullable.GetUnderlyingType(holder.PropertyType) ?? holder.PropertyType) != key)
            throw DataErrors.StartUp($"{property.DeclaringType.Name}.{property.Name} is found by {found.Key}, which must be a property of the type of the key of {entity.ClrType.Name}.");
        var type = NodeType(entity);
        return FieldOf(property, type, (BatchResolver)Make(typeof(RowByKey<,>), [entity.ClrType, key], entity, type, data, Getter.Of(holder)));
    }

    /// <summary>The field of a method that gives a <see cref="MergedPage{T}"/>; null for others.</summary>
    /// <exception cref="SchemaException">It does not take the page asked for.</exception>
    public Field? OfMerged(MethodInfo method)
    {
        if (!method.ReturnType.IsOf(typeof(Task<>)) || method.ReturnType.GetGenericArguments()[0] is not { IsGenericType: true } page || page.GetGenericTypeDefinition() != typeof(MergedPage<>)) return null;
        var item = page.GetGenericArguments()[0];
        if (method.GetParameters().FirstOrDefault(p => p.ParameterType == typeof(PageArguments)) is not { } parameter)
            throw DataErrors.StartUp($"{method.DeclaringType!.Name}.{method.Name} gives a page, so it takes which: add a parameter [FromConvention] {nameof(PageArguments)}.");
        var connection = connections.For(method.GetCustomAttribute<UsePagingAttribute>()?.ConnectionName ?? builder.NameOf(method), builder.ObjectTypeOf(item), $"{method.DeclaringType!.Name}.{method.Name}");
        var call = builder.CallOf(method);
        var field = FieldOf(method, connection, (BatchResolver)Make(typeof(MergedRoot<>), [item], call, parameter.Name!, connection, data.Options));
        foreach (var argument in call.Arguments) field.Arguments.Add(argument);
        PageRequest.AddArguments(field, data.Options);
        return field;
    }

    /// <summary>The field of a subscription that follows the rows of an entity; null when the method takes no <see cref="RowFilter{T}"/>.</summary>
    /// <exception cref="SchemaException">The method opens no stream.</exception>
    public Field? OfFollowed(MethodInfo method)
    {
        if (method.GetParameters().FirstOrDefault(p => p.ParameterType.IsOf(typeof(RowFilter<>))) is not { } parameter) return null;
        var entity = data.Model.Get(parameter.ParameterType.GetGenericArguments()[0]);
        var type = filters.For(entity);
        var field = SubscriptionFields.Make(method, builder);
        var followed = new Field(field.Name, field.Type)
        {
            Description = field.Description,
            DeprecationReason = field.DeprecationReason,
            Resolver = (SubscriptionResolver)Make(typeof(FollowedRows<>), [entity.ClrType], (SubscriptionResolver)field.Resolver!, parameter.Name!, type, entity, data),
        };
        new WhereArgument(type).AddTo(followed);
        foreach (var argument in field.Arguments) followed.Arguments.Add(argument);
        return followed;
    }

    private Field OfReference(Reference reference)
    {
        var key = KeyType(reference.Property, reference.OwnColumn, reference.TargetColumn);
        var type = NodeType(reference.Target);
        var resolver = Make(typeof(ReferenceResolver<,>), [reference.Target.ClrType, key], reference, type, data);
        return FieldOf(reference.Property, reference.IsNullable ? type : new NonNullType(type), (BatchResolver)resolver);
    }

    private Field OfCollection(Collection collection, Entity entity)
    {
        var key = KeyType(collection.Property, collection.OwnColumn, collection.Link is null ? collection.TargetColumn : collection.OwnColumn);
        _ = KeyType(collection.Property, collection.TargetColumn, collection.TargetColumn);
        var list = ListOf(collection.Target, collection.Property, isFiltered: true, isSorted: true);
        var child = collection.Target.ClrType;
        if (collection.Property.IsDefined(typeof(UsePagingAttribute)))
        {
            var pages = Make(typeof(PagedListResolver<,,>), [entity.ClrType, child, key], collection, list, data);
            return WithArguments(FieldOf(collection.Property, ConnectionOf(collection.Property, list), (BatchResolver)pages), list, isPaged: true);
        }
        var rows = Make(typeof(ListResolver<,,>), [entity.ClrType, child, key], collection, list, data);
        var field = FieldOf(collection.Property, Several(list), (BatchResolver)rows);
        ListWindow.AddArguments(field, data.Options);
        return WithArguments(field, list, isPaged: false);
    }

    private (GraphType Type, Type Resolver) Shape(MethodInfo method, EntityList list)
    {
        if (method.IsDefined(typeof(UsePagingAttribute))) return (ConnectionOf(method, list), typeof(PagedRoot<>));
        return method.IsDefined(typeof(UseFirstOrDefaultAttribute)) ? (list.NodeType, typeof(FirstRoot<>)) : (Several(list), typeof(ListRoot<>));
    }

    private EntityList ListOf(Entity entity, MemberInfo field, bool isFiltered, bool isSorted) => new(
        entity,
        NodeType(entity),
        new WhereArgument(isFiltered ? filters.For(entity) : null),
        new OrderArgument(entity, isSorted ? sorts.For(entity) : null, DefaultOrder.Of(field, entity)));

    private ObjectType NodeType(Entity entity) => builder.ObjectTypeOf(entity.ClrType) as ObjectType
        ?? throw DataErrors.StartUp($"{entity.ClrType.Name} is a GraphQL interface; rows can only be read into a class of their own.");

    private ObjectType ConnectionOf(MemberInfo member, EntityList list)
    {
        var name = member.GetCustomAttribute<UsePagingAttribute>()!.ConnectionName ?? builder.NameOf(member);
        return connections.For(name, list.NodeType, $"{member.DeclaringType!.Name}.{member.Name}");
    }

    private Field WithArguments(Field field, EntityList list, bool isPaged)
    {
        if (isPaged) PageRequest.AddArguments(field, data.Options);
        list.Where.AddTo(field);
        list.Order.AddTo(field);
        return field;
    }

    private Field FieldOf(MemberInfo member, GraphType type, BatchResolver resolver) => new(builder.NameOf(member), type)
    {
        Description = builder.DescriptionOf(member),
        DeprecationReason = Annotations.DeprecationReason(member),
        Resolver = resolver,
    };

    private static Type KeyType(PropertyInfo property, Column? own, Column? other)
    {
        if (own?.Comparison is { ValueType: var key } && other?.Comparison?.ValueType == key) return key;
        throw DataErrors.StartUp(
            $"{property.DeclaringType!.Name}.{property.Name} cannot be followed: a relation needs a key of one column that has a C# property "
            + "of the same type on both sides (an internal one will do). Hide the property with [GraphQLIgnore] if it is not meant for clients.");
    }

    private static Type? QueryElement(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IQueryable<>) ? method.ReturnType.GetGenericArguments()[0] : null;

    private static NonNullType Several(EntityList list) => new(new ListType(new NonNullType(list.NodeType)));

    private static object Make(Type open, Type[] arguments, params object[] given) => Activator.CreateInstance(open.MakeGenericType(arguments), given)!;
}
