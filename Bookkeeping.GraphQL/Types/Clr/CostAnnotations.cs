using System.Reflection;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Applies what attributes say of costs; an attribute takes the place of what a convention said.</summary>
internal static class CostAnnotations
{
    /// <summary>Applies the attributes of a member to its field.</summary>
    /// <returns>The field.</returns>
    public static Field Apply(Field field, MemberInfo member)
    {
        if (Annotations.Find<ListSizeAttribute>(member) is { } size) Replace(field.AppliedDirectives, SizeOf(size).Directive());
        Apply(field.AppliedDirectives, Annotations.Find<CostAttribute>(member));
        return field;
    }

    /// <summary>Applies an attribute where there is one.</summary>
    /// <exception cref="SchemaException">The weight is negative or no number.</exception>
    public static void Apply(IList<DirectiveNode> directives, CostAttribute? cost)
    {
        if (cost is null) return;
        if (!(cost.Weight >= 0 && double.IsFinite(cost.Weight))) throw Fault.Of($"[Cost({cost.Weight})] gives no weight: it must be a number of 0 or more.");
        Replace(directives, Weight.Directive(cost.Weight));
    }

    private static ListSize SizeOf(ListSizeAttribute size) => new()
    {
        AssumedSize = size.AssumedSize < 0 ? null : size.AssumedSize,
        SlicingArguments = size.SlicingArguments,
        SlicingArgumentDefaultValue = size.SlicingArgumentDefaultValue < 0 ? null : size.SlicingArgumentDefaultValue,
        SizedFields = size.SizedFields,
        RequireOneSlicingArgument = size.RequireOneSlicingArgument,
    };

    private static void Replace(IList<DirectiveNode> directives, DirectiveNode directive)
    {
        foreach (var other in directives.Where(d => d.Name.Value == directive.Name.Value).ToList()) directives.Remove(other);
        directives.Add(directive);
    }
}
