using System.Reflection;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Patches;

/// <summary>Carries what was given in an input over to an entity: null clears, what is absent stays.</summary>
/// <typeparam name="TInput">The input; its <see cref="Optional{T}"/> properties are named like those of the entity.</typeparam>
/// <typeparam name="TTarget">The entity.</typeparam>
internal static class Patch<TInput, TTarget>
{
    private static readonly MethodInfo AssignmentOf = typeof(Patch<TInput, TTarget>).GetMethod(nameof(Assignment), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly Action<TInput, TTarget>[] Assignments =
    [
        .. from property in typeof(TInput).GetProperties()
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>)
           let target = typeof(TTarget).GetProperty(property.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
           where target?.PropertyType == property.PropertyType.GetGenericArguments()[0]
           select (Action<TInput, TTarget>)AssignmentOf.MakeGenericMethod(target.PropertyType).Invoke(null, [property, target])!,
    ];

    /// <summary>Sets what was given.</summary>
    public static void Apply(TInput input, TTarget target)
    {
        foreach (var assign in Assignments) assign(input, target);
    }

    private static Action<TInput, TTarget> Assignment<TValue>(PropertyInfo from, PropertyInfo to)
    {
        var read = from.GetMethod!.CreateDelegate<Func<TInput, Optional<TValue>>>();
        var write = to.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<TTarget, TValue?>>();
        return (input, target) =>
        {
            if (read(input) is { HasValue: true } given) write(target, given.Value);
        };
    }
}
