using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes enum types of C# enums.</summary>
internal static class EnumTypes
{
    /// <summary>Makes the type, with its values in the order they are declared.</summary>
    public static EnumType Make(Type type, Documentation documentation)
    {
        var result = new EnumType(Naming.TypeName(type)) { ClrType = type, Description = documentation.Of(type) };
        CostAnnotations.Apply(result.AppliedDirectives, type.GetCustomAttribute<CostAttribute>());
        foreach (var value in type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(f => f.MetadataToken))
        {
            if (Annotations.Has<GraphQLIgnoreAttribute>(value)) continue;
            result.Values.Add(new EnumValue(Naming.EnumValueName(value), value.GetValue(null)!)
            {
                Description = documentation.Of(value),
                DeprecationReason = Annotations.DeprecationReason(value),
            });
        }
        return result;
    }
}
