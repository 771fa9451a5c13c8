using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Waits for what methods return.</summary>
internal static class Results
{
    private static readonly MethodInfo OfTask = Method(nameof(AwaitTask));
    private static readonly MethodInfo OfValueTask = Method(nameof(AwaitValueTask));
    private static readonly MethodInfo OfStream = Method(nameof(Collect));

    /// <summary>Gives the value of what a method returned: a task's result, a stream's items as a list, anything else as it is.</summary>
    /// <exception cref="SchemaException">The method returns nothing.</exception>
    public static Func<object?, ValueTask<object?>> AwaiterOf(Type returned)
    {
        if (returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask))
            throw Fault.Of("it returns nothing, but a field has a value: return what changed, or a boolean.");
        if (!returned.IsGenericType) return value => ValueTask.FromResult(value);
        var definition = returned.GetGenericTypeDefinition();
        if (definition == typeof(Task<>)) return Awaiter(OfTask, returned);
        if (definition == typeof(ValueTask<>)) return Awaiter(OfValueTask, returned);
        return definition == typeof(IAsyncEnumerable<>) ? Awaiter(OfStream, returned) : value => ValueTask.FromResult(value);
    }

    private static Func<object?, ValueTask<object?>> Awaiter(MethodInfo method, Type returned) =>
        method.MakeGenericMethod(returned.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static MethodInfo Method(string name) => typeof(Results).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async ValueTask<object?> AwaitTask<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> AwaitValueTask<T>(object? task) => await (ValueTask<T>)task!;

    private static async ValueTask<object?> Collect<T>(object? stream)
    {
        var items = new List<T>();
        await foreach (var item in (IAsyncEnumerable<T>)stream!) items.Add(item);
        return items;
    }
}
