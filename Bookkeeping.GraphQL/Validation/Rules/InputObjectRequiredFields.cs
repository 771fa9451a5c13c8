using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A field of an input object that is non-null and has no default is given.</summary>
/// <remarks>Source: GraphQL, September 2025, "Input Object Required Fields".</remarks>
internal sealed class InputObjectRequiredFields(ValidationContext context) : ValidationRule(context, "Input-Object-Required-Fields")
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        if (Context.Input.InputObject is not { } type) return;
        foreach (var required in type.Fields)
            if (required.IsRequired && !value.Fields.Any(field => field.Name.Value == required.Name))
                Report(
                    $"The input `{type.Name}` needs the field `{required.Name}` of type `{required.Type}`.",
                    value,
                    ("type", type.Name),
                    ("field", required.Name));
    }
}
