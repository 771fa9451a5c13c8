using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>The page that a field's arguments ask for.</summary>
/// <param name="Size">The most items it may have.</param>
/// <param name="IsBackward">Whether they are the last ones, not the first.</param>
/// <param name="After">The cursor that all of them come behind; null for none.</param>
/// <param name="Before">The cursor that all of them come before; null for none.</param>
internal sealed record PageRequest(int Size, bool IsBackward, string? After, string? Before)
{
    /// <summary>Declares the arguments, and what they say of the page's cost.</summary>
    public static void AddArguments(Field field, DataOptions options)
    {
        var (number, cursor) = (BuiltInScalars.Int, BuiltInScalars.String);
        field.Arguments.Add(new InputValue("first", number));
        field.Arguments.Add(new InputValue("after", cursor));
        field.Arguments.Add(new InputValue("last", number));
        field.Arguments.Add(new InputValue("before", cursor));
        field.AppliedDirectives.Add(new ListSize
        {
            AssumedSize = options.MaxPageSize,
            SlicingArguments = ["first", "last"],
            SlicingArgumentDefaultValue = options.DefaultPageSize,
            SizedFields = ["edges", "nodes"],
            RequireOneSlicingArgument = false,
        }.Directive());
    }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FieldErrorException">The size is negative, or larger than allowed.</exception>
    public static PageRequest Read(IFieldContext context, DataOptions options)
    {
        var first = Limit(context, "first", options);
        var last = Limit(context, "last", options);
        var isBackward = first is null && last is not null;
        return new PageRequest(first ?? last ?? options.DefaultPageSize, isBackward, Cursor(context, "after"), Cursor(context, "before"));
    }

    private static int? Limit(IFieldContext context, string argument, DataOptions options)
    {
        if (context.Arguments.GetValueOrDefault(argument) is not int size) return null;
        if (size < 0) throw DataErrors.NegativePageSize(Coordinate.Of(context), argument, size);
        return size <= options.MaxPageSize ? size : throw DataErrors.PageTooLarge(Coordinate.Of(context), size, options.MaxPageSize);
    }

    private static string? Cursor(IFieldContext context, string argument) => (string?)context.Arguments.GetValueOrDefault(argument);
}
