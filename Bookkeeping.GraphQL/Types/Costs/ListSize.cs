using System.Globalization;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Costs;

/// <summary>How many items a list is taken to have, as <c>@listSize</c> says.</summary>
internal sealed record ListSize
{
    /// <summary>The number of items when nothing else tells it; null when it is not known.</summary>
    public int? AssumedSize { get; init; }

    /// <summary>The arguments that tell the number; the largest counts.</summary>
    public IReadOnlyList<string> SlicingArguments { get; init; } = [];

    /// <summary>The number when none of these is given; null for <see cref="AssumedSize"/>.</summary>
    public int? SlicingArgumentDefaultValue { get; init; }

    /// <summary>The fields below that hold the items; none when the field itself is the list.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = [];

    /// <summary>Whether exactly one of the arguments must be given.</summary>
    public bool RequireOneSlicingArgument { get; init; } = true;

    /// <summary>What the field's <c>@listSize</c> says; null when it has none.</summary>
    public static ListSize? Of(Field field)
    {
        if (field.AppliedDirectives.FirstOrDefault(d => d.Name.Value == "listSize") is not { } directive) return null;
        return new ListSize
        {
            AssumedSize = Number(directive, "assumedSize"),
            SlicingArguments = Names(directive, "slicingArguments"),
            SlicingArgumentDefaultValue = Number(directive, "slicingArgumentDefaultValue"),
            SizedFields = Names(directive, "sizedFields"),
            RequireOneSlicingArgument = Find(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false },
        };
    }

    /// <summary>The directive that says this.</summary>
    public DirectiveNode Directive()
    {
        var arguments = new List<ArgumentNode>();
        Add("assumedSize", Literal(AssumedSize));
        Add("slicingArguments", Literal(SlicingArguments));
        Add("slicingArgumentDefaultValue", Literal(SlicingArgumentDefaultValue));
        Add("sizedFields", Literal(SizedFields));
        if (SlicingArguments.Count > 0 && !RequireOneSlicingArgument) Add("requireOneSlicingArgument", new BooleanValueNode { Value = false });
        return new DirectiveNode { Name = new NameNode { Value = "listSize" }, Arguments = arguments };

        void Add(string name, ValueNode? value)
        {
            if (value is not null) arguments.Add(new ArgumentNode { Name = new NameNode { Value = name }, Value = value });
        }
    }

    private static IntValueNode? Literal(int? number) =>
        number is { } value ? new IntValueNode { Value = value.ToString(CultureInfo.InvariantCulture) } : null;

    private static ListValueNode? Literal(IReadOnlyList<string> names) =>
        names.Count > 0 ? new ListValueNode { Items = [.. names.Select(name => new StringValueNode { Value = name })] } : null;

    private static ValueNode? Find(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;

    private static int? Number(DirectiveNode directive, string argument) =>
        Find(directive, argument) is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static IReadOnlyList<string> Names(DirectiveNode directive, string argument) => Find(directive, argument) switch
    {
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
        StringValueNode single => [single.Value],
        _ => [],
    };
}
