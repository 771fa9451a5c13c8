using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Object Field Uniqueness".</remarks>
internal sealed class InputObjectFieldUniqueness(ValidationContext context) : ValidationRule(context, "Input-Object-Field-Uniqueness")
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        if (value.Fields.Count < 2) return;
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
            if (!seen.TryAdd(field.Name.Value, field.Name))
                Report(
                    $"The field `{field.Name.Value}` is given more than once.",
                    [seen[field.Name.Value], field.Name],
                    ("field", field.Name.Value));
    }
}
