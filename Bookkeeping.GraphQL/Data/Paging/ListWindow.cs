using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>The part of a plain list that a field's arguments <c>first</c> and <c>skip</c> ask for, of the list of each parent by itself.</summary>
/// <param name="IsWhole">Whether all of it is wanted.</param>
/// <param name="First">The slot of the most items wanted.</param>
/// <param name="Skip">The slot of how many are passed over before them; null for none.</param>
internal sealed record ListWindow(bool IsWhole, QueryParameterExpression First, QueryParameterExpression? Skip)
{
    /// <summary>Declares the arguments, and what they say of the list's cost.</summary>
    public static void AddArguments(Field field, DataOptions options)
    {
        field.Arguments.Add(new InputValue("first", BuiltInScalars.Int) { Description = $"The most items wanted, {options.MaxPageSize} at most; all when left out." });
        field.Arguments.Add(new InputValue("skip", BuiltInScalars.Int) { Description = "How many items, in the order of the list, are passed over before them; none when left out." });
        field.AppliedDirectives.Add(new ListSize { SlicingArguments = ["first"], RequireOneSlicingArgument = false }.Directive());
    }

    /// <summary>Reads the arguments, and puts their numbers into slots, so that one statement serves all.</summary>
    /// <exception cref="FieldErrorException">One of them is negative, or larger than allowed.</exception>
    public static ListWindow Read(IFieldContext context, QueryScope scope)
    {
        var first = Number(context, "first");
        if (first > scope.Options.MaxPageSize) throw DataErrors.ListPartTooLarge(Coordinate.Of(context), first.Value, scope.Options.MaxPageSize);
        var skip = Number(context, "skip") ?? 0;
        return new ListWindow(
            first is null && skip == 0, scope.Slots.Add(first ?? scope.Options.MaxListItems + 1), skip == 0 ? null : scope.Slots.Add(skip));
    }

    /// <summary>Cuts sorted rows.</summary>
    public EntityQuery Cut(EntityQuery rows) => (Skip is null ? rows : rows.Skip(Skip)).Take(First);

    private static int? Number(IFieldContext context, string argument)
    {
        if (context.Arguments.GetValueOrDefault(argument) is not int number) return null;
        return number >= 0 ? number : throw DataErrors.NegativeListPart(Coordinate.Of(context), argument, number);
    }
}
