using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The ids by which XML documentation names types and members.</summary>
/// <remarks>Source: C# language specification, "Documentation comments", "ID string format".</remarks>
internal static class DocumentationId
{
    /// <summary>The id of a type or member, <c>P:Bookkeeping.Api.Runs.Run.RunNumber</c>.</summary>
    public static string Of(MemberInfo member) => Definition(member) switch
    {
        Type type => "T:" + NameOf(type),
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        ConstructorInfo constructor => $"M:{NameOf(constructor.DeclaringType!)}.#ctor{Parameters(constructor)}",
        MethodInfo method => $"M:{NameOf(method.DeclaringType!)}.{method.Name}{Arity(method)}{Parameters(method)}",
        var other => throw new ArgumentException($"A {other.MemberType} has no documentation id.", nameof(member)),
    };

    // Documentation is written for the open type, whatever its arguments are here.
    private static MemberInfo Definition(MemberInfo member)
    {
        if (member is Type { IsGenericType: true } type) return type.GetGenericTypeDefinition();
        if (member.DeclaringType is not { IsConstructedGenericType: true } declaring) return member;
        return declaring.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member);
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Parameters(MethodBase method)
    {
        var parameters = method.GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(p => Argument(p.ParameterType)))})";
    }

    private static string Argument(Type type)
    {
        if (type.IsByRef) return Argument(type.GetElementType()!) + "@";
        if (type.IsArray) return Argument(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter) return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType) return NameOf(type);
        var open = NameOf(type);
        return $"{open[..open.LastIndexOf('`')]}{{{string.Join(",", type.GetGenericArguments().Select(Argument))}}}";
    }
}
