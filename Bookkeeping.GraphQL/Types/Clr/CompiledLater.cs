using System.Linq.Expressions;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Functions whose expressions are compiled when they are first called. A schema has a thousand of them, of which a server calls few: to
/// compile them all would be a good part of its start.</summary>
internal static class CompiledLater
{
    /// <summary>A function of one argument.</summary>
    public static Func<T, TResult> Function<T, TResult>(Func<Expression<Func<T, TResult>>> make)
    {
        var compiled = new Lazy<Func<T, TResult>>(() => make().Compile());
        return argument => compiled.Value(argument);
    }

    /// <summary>A function of two arguments.</summary>
    public static Func<T1, T2, TResult> Function<T1, T2, TResult>(Func<Expression<Func<T1, T2, TResult>>> make)
    {
        var compiled = new Lazy<Func<T1, T2, TResult>>(() => make().Compile());
        return (first, second) => compiled.Value(first, second);
    }

    /// <summary>A procedure of two arguments.</summary>
    public static Action<T1, T2> Action<T1, T2>(Func<Expression<Action<T1, T2>>> make)
    {
        var compiled = new Lazy<Action<T1, T2>>(() => make().Compile());
        return (first, second) => compiled.Value(first, second);
    }
}
