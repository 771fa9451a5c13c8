using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Finds the attributes of a member. What stands on a record's positional parameter counts for its property.</summary>
internal static class Annotations
{
    /// <summary>The attribute of a member; null when there is none.</summary>
    public static T? Find<T>(MemberInfo member)
        where T : Attribute => member switch
        {
            PropertyInfo property => property.GetCustomAttribute<T>() ?? PositionalParameter(property)?.GetCustomAttribute<T>(),
            MethodInfo method => method.GetCustomAttribute<T>() ?? method.ReturnParameter.GetCustomAttribute<T>(),
            _ => member.GetCustomAttribute<T>(),
        };

    /// <summary>Whether the member has the attribute.</summary>
    public static bool Has<T>(MemberInfo member)
        where T : Attribute => Find<T>(member) is not null;

    /// <summary>Why the member is deprecated; null when it is not.</summary>
    public static string? DeprecationReason(MemberInfo member) =>
        Find<GraphQLDeprecatedAttribute>(member)?.Reason
        ?? (Find<ObsoleteAttribute>(member) is { } obsolete ? obsolete.Message ?? BuiltInDirectives.DefaultDeprecationReason : null);

    /// <summary>The constructor's parameter that a record's positional property stands for; null for any other property.</summary>
    public static ParameterInfo? PositionalParameter(PropertyInfo property) =>
        property.DeclaringType?.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .FirstOrDefault(p => p.Name == property.Name && p.ParameterType == property.PropertyType);
}
