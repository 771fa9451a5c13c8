namespace Bookkeeping.GraphQL.Data;

/// <summary>The page of a list that a method puts together by itself, of several tables for example. With <see cref="UsePagingAttribute"/>, and a parameter
/// <see cref="PageArguments"/> marked <c>[FromConvention]</c>, it is given out as a connection like any other.</summary>
/// <typeparam name="T">The class or interface of the items.</typeparam>
/// <param name="Items">The items in the list's order, each with its cursor.</param>
/// <param name="HasNext">Whether items follow.</param>
/// <param name="HasPrevious">Whether items come before.</param>
/// <param name="CountAsync">Counts the items of all pages; called only when the number is asked for.</param>
public sealed record MergedPage<T>(
    IReadOnlyList<(T Item, string Cursor)> Items, bool HasNext, bool HasPrevious, Func<CancellationToken, Task<int>> CountAsync)
    where T : class;

/// <summary>The page that is asked for; its size is within the limits.</summary>
/// <param name="Size">The most items it may have.</param>
/// <param name="IsBackward">Whether they are the last ones, not the first.</param>
/// <param name="After">The cursor that all of them come behind; null for none.</param>
/// <param name="Before">The cursor that all of them come before; null for none.</param>
public sealed record PageArguments(int Size, bool IsBackward, string? After, string? Before);
