using System.Reflection;
using System.Text;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The names that C# types and members have in the schema.</summary>
public static class Naming
{
    /// <summary>A field's name: <c>GetSlowAsync</c> is <c>slow</c>, <c>DCSOn</c> is <c>dcsOn</c>.</summary>
    public static string FieldName(MemberInfo member)
    {
        if (Annotations.Find<GraphQLNameAttribute>(member) is { } given) return given.Name;
        return member is MethodInfo ? MethodName(member.Name) : CamelCase(member.Name);
    }

    /// <summary>The name of the field that a method of this name becomes: <c>Get</c> and <c>Async</c> say nothing to a client.</summary>
    public static string MethodName(string name) => CamelCase(WithoutAsync(WithoutGet(name)));

    /// <summary>An argument's name.</summary>
    public static string ArgumentName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    /// <summary>An enum value's name: <c>NotSet</c> is <c>NOT_SET</c>, <c>HVOff</c> is <c>HV_OFF</c>, <c>Pb82Pb82</c> is <c>PB82_PB82</c>.</summary>
    public static string EnumValueName(FieldInfo value) =>
        value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnakeCase(value.Name);

    /// <summary>A type's name: the class's, with <c>OfXAndY</c> for the arguments of a generic one.</summary>
    public static string TypeName(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } given) return given.Name;
        if (type.IsArray) return "ListOf" + TypeName(type.GetElementType()!);
        if (!type.IsGenericType) return type.Name;
        var open = type.Name[..type.Name.IndexOf('`')];
        return $"{open}Of{string.Join("And", type.GetGenericArguments().Select(TypeName))}";
    }

    /// <summary>An input object's name: the type's, ending with <c>Input</c>.</summary>
    public static string InputTypeName(Type type)
    {
        var name = TypeName(type);
        var isGiven = type.IsDefined(typeof(GraphQLNameAttribute), inherit: false);
        return isGiven || name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    /// <summary>Lowers the first letter, or a leading acronym as a block.</summary>
    public static string CamelCase(string name)
    {
        var upper = name.TakeWhile(char.IsUpper).Count();
        if (upper == 0) return name;
        // The last capital of an acronym begins the next word, unless nothing or a digit follows: dcsOn, but url and l3Current.
        var lowered = upper > 1 && upper < name.Length && char.IsLower(name[upper]) ? upper - 1 : upper;
        return name[..lowered].ToLowerInvariant() + name[lowered..];
    }

    /// <summary>Parts words with underscores, in capitals.</summary>
    public static string UpperSnakeCase(string name)
    {
        if (!name.Any(char.IsLower)) return name;
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (BeginsWord(name, i)) result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }
        return result.ToString();
    }

    private static bool BeginsWord(string name, int i) =>
        i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));

    private static string WithoutGet(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]) && name != "GetAsync" ? name[3..] : name;

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
}
