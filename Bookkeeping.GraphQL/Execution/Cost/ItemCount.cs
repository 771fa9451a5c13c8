using System.Globalization;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>How many items a selected list is taken to have: by its slicing arguments, else as its <c>@listSize</c> says.</summary>
internal sealed class ItemCount
{
    /// <summary>Of what is no list, or a list of unknown size.</summary>
    public static readonly ItemCount One = new(1, []);

    private readonly double otherwise;
    private readonly string[] variables;
    private readonly double literal = -1;
    private readonly (FieldNode Place, string Names)? required;

    private ItemCount(double otherwise, string[] variables)
    {
        this.otherwise = otherwise;
        this.variables = variables;
    }

    private ItemCount(ListSize size, FieldNode node)
    {
        otherwise = (size.SlicingArguments.Count > 0 ? size.SlicingArgumentDefaultValue : null) ?? size.AssumedSize ?? 1;
        var given = size.SlicingArguments.Select(name => node.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value).ToList();
        variables = [.. given.OfType<VariableNode>().Select(variable => variable.Name.Value)];
        foreach (var number in given.OfType<IntValueNode>()) literal = Math.Max(literal, Math.Max(0, double.Parse(number.Value, CultureInfo.InvariantCulture)));
        LiteralCount = given.OfType<IntValueNode>().Count();
        if (size.RequireOneSlicingArgument && size.SlicingArguments.Count > 0) required = (node, string.Join(", ", size.SlicingArguments.Select(n => $"`{n}`")));
    }

    private int LiteralCount { get; }

    /// <summary>Whether it is the same for every request.</summary>
    public bool IsConstant => variables.Length == 0;

    /// <summary>The items of a field of a plan.</summary>
    public static ItemCount Of(ListSize? size, FieldNode node) => size is null ? One : new ItemCount(size, node);

    /// <summary>The number for a request.</summary>
    /// <exception cref="RequestErrorException">Exactly one slicing argument must be given, and is not.</exception>
    public double For(VariableValues values)
    {
        var (largest, given) = (literal, LiteralCount);
        foreach (var variable in variables)
        {
            if (!values.TryGet(variable, out var value) || NumberOf(value) is not { } number) continue;
            largest = Math.Max(largest, Math.Max(0, number));
            given++;
        }

        if (required is { } rule && given != 1) throw Unsliced(rule.Place, rule.Names, given);
        return largest < 0 ? otherwise : largest;
    }

    private static double? NumberOf(object? value) => value switch
    {
        int number => number,
        long number => number,
        _ => null,
    };

    private static RequestErrorException Unsliced(FieldNode place, string names, int given) =>
        new(new GraphQLError($"`{place.Name.Value}` needs exactly one of {names}, {(given == 0 ? "none" : given)} {(given > 1 ? "are" : "is")} given.")
        {
            Code = ErrorCodes.SlicingArgumentRequired,
            Locations = [place.Span.Location],
        });
}
