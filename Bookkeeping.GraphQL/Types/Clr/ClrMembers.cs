using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The members of a C# type that may become fields, in the order they are declared, those of base types first.</summary>
internal static class ClrMembers
{
    private const BindingFlags InheritedToo = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>The public properties that can be read and are not ignored.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        Ordered(
            Lineage(type).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0))
            .GroupBy(p => p.Name).Select(g => g.MaxBy(p => Depth(p.DeclaringType!))!)
            .Where(p => !Annotations.Has<GraphQLIgnoreAttribute>(p));

    /// <summary>The public methods that someone wrote for this type and did not mark as ignored.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) => Ordered(type.GetMethods(InheritedToo).Where(IsWritten));

    /// <summary>How errors name a member: <c>RunFields.Duration</c>.</summary>
    public static string NameOf(MemberInfo member) => $"{member.DeclaringType?.Name}.{member.Name}";

    private static IEnumerable<Type> Lineage(Type type) => type.IsInterface ? [.. type.GetInterfaces(), type] : [type];

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> members)
        where T : MemberInfo => members.OrderBy(m => Depth(m.DeclaringType!)).ThenBy(m => m.MetadataToken);

    private static int Depth(Type type) => type.IsInterface ? type.GetInterfaces().Length : Ancestors(type);

    private static int Ancestors(Type type) => type.BaseType is { } parent ? 1 + Ancestors(parent) : 0;

    private static bool IsWritten(MethodInfo method) =>
        !method.IsSpecialName
        && method.GetBaseDefinition().DeclaringType != typeof(object)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && !Annotations.Has<GraphQLIgnoreAttribute>(method);
}
