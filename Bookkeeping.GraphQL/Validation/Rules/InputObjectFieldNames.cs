using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A given field exists on the input object.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Object Field Names".</remarks>
internal sealed class InputObjectFieldNames(ValidationContext context) : ValidationRule(context, "Input-Object-Field-Names")
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        if (Context.Input.InputObject is not { } type) return;
        foreach (var field in value.Fields)
        {
            if (Context.IsFull) return;
            var name = field.Name.Value;
            if (type.Fields.Contains(name)) continue;
            var suggestions = Suggestions.DidYouMean(name, type.Fields.Select(candidate => candidate.Name));
            Report($"The input `{type.Name}` has no field `{name}`.{suggestions}", field, ("type", type.Name), ("field", name));
        }
    }
}
