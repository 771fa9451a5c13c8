using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>The methods that EF Core translates to a comparison where the type has no operator.</summary>
internal static class OrderMethods
{
    public static readonly MethodInfo CompareStrings = new Func<string, string, int>(string.Compare).Method;

    public static readonly MethodInfo CompareGuids = typeof(Guid).GetMethod(nameof(Guid.CompareTo), [typeof(Guid)])!;
}
