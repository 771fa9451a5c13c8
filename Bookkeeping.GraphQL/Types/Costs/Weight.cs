using System.Globalization;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Costs;

/// <summary>What a place in the schema costs: as its <c>@cost</c> says, else 1 for what has fields and 0 for leaves.</summary>
/// <remarks>Source: GraphQL Cost Directives Specification (IBM), "weight".</remarks>
internal static class Weight
{
    /// <summary>Of a field whose values are fetched or computed, not read from their parent; of <c>where</c> and <c>order</c>; of most conditions.</summary>
    public const double Usual = 10;

    /// <summary>Of a condition that looks into texts, for which no index helps.</summary>
    public const double TextSearch = 20;

    /// <summary>The weight of a field.</summary>
    public static double Of(Field field) => Declared(field.AppliedDirectives) ?? (field.Type.IsComposite ? 1 : 0);

    /// <summary>The weight of an argument or input field.</summary>
    public static double Of(InputValue input) => Declared(input.AppliedDirectives) ?? (input.Type.Named is InputObjectType ? 1 : 0);

    /// <summary>The weight of a value of a type.</summary>
    public static double Of(NamedType type) => Declared(type.AppliedDirectives) ?? (type.IsComposite ? 1 : 0);

    /// <summary>The weight that a directive gives; null when there is none.</summary>
    /// <exception cref="SchemaException">It is no number of 0 or more.</exception>
    public static double? Declared(IEnumerable<DirectiveNode> directives)
    {
        if (directives.FirstOrDefault(d => d.Name.Value == "cost") is not { } directive) return null;
        var text = (directive.Arguments.FirstOrDefault(a => a.Name.Value == "weight")?.Value as StringValueNode)?.Value;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight >= 0 && double.IsFinite(weight)
            ? weight
            : throw Clr.Fault.Of($"@cost(weight: \"{text}\") gives no weight: it must be a number of 0 or more, as in \"10\".");
    }

    /// <summary><c>@cost(weight: …)</c>.</summary>
    public static DirectiveNode Directive(double weight) => new()
    {
        Name = new NameNode { Value = "cost" },
        Arguments =
        [
            new ArgumentNode
            {
                Name = new NameNode { Value = "weight" },
                Value = new StringValueNode { Value = weight.ToString(CultureInfo.InvariantCulture) },
            },
        ],
    };
}
