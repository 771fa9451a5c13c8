using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A selected field exists on the type it is selected on.</summary>
/// <remarks>Source: GraphQL, September 2025, "Field Selections".</remarks>
internal sealed class FieldSelections(ValidationContext context) : ValidationRule(context, "Field-Selections")
{
    private const int MaxHints = 3;

    public override void EnterField(FieldNode field)
    {
        if (Context.Field is not null || Context.ParentType is not { } parent) return;
        var name = field.Name.Value;
        Report(
            $"The type `{parent.Name}` has no field `{name}`.{Hint(parent, name)}",
            field,
            ("type", parent.Name),
            ("field", name),
            ("responseName", field.ResponseName));
    }

    private string Hint(NamedType parent, string name)
    {
        var owners = OwnersBelow(parent, name);
        if (owners.Count > 0)
        {
            var fragments = owners.Select(owner => $"`... on {owner} {{ {name} }}`");
            return $" Use an inline fragment on a type that has it: {string.Join(", ", fragments)}.";
        }

        return parent is FieldsType type ? Suggestions.DidYouMean(name, type.Fields.Select(field => field.Name)) : "";
    }

    /// <summary>
    /// Types with the field that a value of an abstract type may have: interfaces first, those that cover most of its object types, because
    /// they need the fewest fragments.
    /// </summary>
    private List<string> OwnersBelow(NamedType parent, string name)
    {
        if (parent is ObjectType) return [];
        var objects = Context.Schema.PossibleTypes(parent).Where(type => type.Fields.Contains(name)).ToList();
        var interfaces = objects
            .SelectMany(type => type.Interfaces)
            .Where(contract => contract != parent && contract.Fields.Contains(name))
            .GroupBy(contract => contract.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key);
        return [.. interfaces.Concat(objects.Select(type => type.Name)).Take(MaxHints)];
    }
}
