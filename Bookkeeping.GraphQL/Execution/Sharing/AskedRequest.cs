using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Sharing;

/// <summary>What a subscription asks: a plan, which says what is selected, and the variables that fill it.</summary>
/// <param name="Plan">The plan; the same one for the same document and operation while it is kept.</param>
/// <param name="Values">The variables, spelled.</param>
internal sealed record AskedRequest(OperationPlan Plan, string Values)
{
    /// <inheritdoc/>
    public bool Equals(AskedRequest? other) => other is not null && ReferenceEquals(Plan, other.Plan) && Values == other.Values;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Plan), Values);

    /// <summary>What is asked, one argument of the root field aside.</summary>
    public static AskedRequest Of(OperationPlan plan, VariableValues variables, string except)
    {
        var spelled = new StringBuilder();
        foreach (var name in plan.VariableUses.Keys.Order(StringComparer.Ordinal))
            if (!IsOnlyFor(except, name, plan) && variables.TryGet(name, out var value)) Spell(spelled.Append(name).Append('='), value);
        return new AskedRequest(plan, spelled.ToString());
    }

    private static bool IsOnlyFor(string argument, string variable, OperationPlan plan) =>
        plan.VariableUses[variable] == 1
        && plan.Root.Selections[0].Nodes[0].Arguments.Any(a => a.Name.Value == argument && a.Value is VariableNode node && node.Name.Value == variable);

    private static void Spell(StringBuilder spelled, object? value)
    {
        switch (value)
        {
            case null: spelled.Append("null,"); break;
            case string text: spelled.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text},"); break;
            case JsonElement json: spelled.Append(json.GetRawText()).Append(','); break;
            case IReadOnlyDictionary<string, object?> given:
                spelled.Append('{');
                foreach (var (name, member) in given) Spell(spelled.Append(name).Append('='), member);
                spelled.Append('}');
                break;
            case IEnumerable list:
                spelled.Append('[');
                foreach (var item in list) Spell(spelled, item);
                spelled.Append(']');
                break;
            case DateTimeOffset instant: spelled.Append(instant.UtcDateTime.Ticks).Append(','); break;
            case IFormattable formattable: spelled.Append(formattable.ToString(null, CultureInfo.InvariantCulture)).Append(','); break;
            default: spelled.Append(value).Append(','); break;
        }
    }
}
