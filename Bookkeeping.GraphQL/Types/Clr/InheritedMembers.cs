using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Finds what <c>&lt;inheritdoc/&gt;</c> refers to.</summary>
internal static class InheritedMembers
{
    /// <summary>The members of base types and interfaces that a member overrides or implements, the nearest first.</summary>
    public static IEnumerable<MemberInfo> Of(MemberInfo member) => member switch
    {
        Type type => Ancestors(type),
        PropertyInfo property => Ancestors(property.DeclaringType!).Select(t => t.GetProperty(property.Name)).OfType<MemberInfo>(),
        MethodInfo method => Ancestors(method.DeclaringType!).Select(t => SameMethod(t, method)).OfType<MemberInfo>(),
        _ => [],
    };

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
    }

    private static MethodInfo? SameMethod(Type type, MethodInfo method) =>
        type.GetMethod(method.Name, [.. method.GetParameters().Select(p => p.ParameterType)]);
}
