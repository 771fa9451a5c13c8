using System.Reflection;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Nodes;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.GraphQL.Data;

/// <summary>Makes fields of queries and of relations, and gives entities their global ids.</summary>
internal sealed class DataConvention : IFieldConvention
{
    private readonly EntityModel model;
    private readonly EntityFields fields;
    private readonly NodeFields nodes;

    public DataConvention(DataAccess data, SchemaBuilder builder)
    {
        model = data.Model;
        fields = new EntityFields(data, builder);
        nodes = new NodeFields(data);
    }

    /// <inheritdoc/>
    public Field? CreateField(MemberInfo member, FieldsType declaringType, SchemaBuilder builder) => member switch
    {
        MethodInfo method when declaringType.ClrType == typeof(MutationPayload) => fields.OfResult(method),
        MethodInfo method => fields.OfFollowed(method) ?? fields.OfMerged(method) ?? fields.OfQuery(method),
        PropertyInfo property when declaringType is ObjectType && model.Find(property.ReflectedType!) is { } entity => fields.OfRelation(property, entity),
        PropertyInfo property => fields.OfKey(property),
        _ => null,
    };

    /// <inheritdoc/>
    public void CompleteType(FieldsType type, SchemaBuilder builder)
    {
        if (type is not ObjectType { ClrType: { } clrType } objectType || model.Find(clrType) is not { } entity) return;
        entity.CheckReadable();
        nodes.AddId(objectType, entity, builder);
    }

    /// <inheritdoc/>
    public void CompleteSchema(SchemaBuilder builder)
    {
        if (builder.FindType("Query") is ObjectType query) nodes.AddToQuery(query);
    }
}
