using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A field of an object has selections, a field of a scalar or enum has none.</summary>
/// <remarks>Source: GraphQL, September 2025, "Leaf Field Selections".</remarks>
internal sealed class LeafFieldSelections(ValidationContext context) : ValidationRule(context, "Leaf-Field-Selections")
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field?.Type is not { } type) return;
        var name = field.Name.Value;
        if (type.IsLeaf && field.SelectionSet is { } selections)
            Report(
                $"The field `{name}` is a `{type}`, which has no fields to select.",
                selections,
                ("field", name),
                ("type", type.ToString()));
        else if (type.IsComposite && field.SelectionSet is null)
            Report(
                $"The field `{name}` is a `{type}`: say which fields of it you want, `{name} {{ ... }}`.",
                field,
                ("field", name),
                ("type", type.ToString()));
    }
}
