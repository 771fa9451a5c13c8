using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields of <c>__Schema</c>.</summary>
internal static class SchemaFields
{
    /// <summary>Adds them.</summary>
    public static void AddTo(ObjectType type)
    {
        var fields = new FieldMaker<Schema>(type);
        fields.Add("description", BuiltInScalars.String, "What the schema is for.", schema => schema.Description);
        fields.Add("types", FieldMaker<Schema>.AllOf(IntrospectionTypes.Type), "Every named type.", schema => schema.Types);
        fields.Add("queryType", new NonNullType(IntrospectionTypes.Type), "Where queries begin.", schema => schema.QueryType);
        fields.Add("mutationType", IntrospectionTypes.Type, "Where mutations begin; null when there are none.", schema => schema.MutationType);
        fields.Add("subscriptionType", IntrospectionTypes.Type, "Where subscriptions begin; null when there are none.", schema => schema.SubscriptionType);
        fields.Add("directives", FieldMaker<Schema>.AllOf(IntrospectionTypes.Directive), "Every directive.", schema => schema.Directives);
    }
}
