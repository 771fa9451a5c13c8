using System.Reflection;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Applies what attributes say of costs; an attribute wins over what a convention said, and leaves the rest of it.</summary>
internal static class CostAnnotations
{
    /// <summary>Applies the attributes of a member to its field.</summary>
    /// <returns>The field.</returns>
    public static Field Apply(Field field, MemberInfo member)
    {
        if (Annotations.Find<ListSizeAttribute>(member) is { } size) Replace(field.AppliedDirectives, SizeOf(size, ListSize.Of(field)).Directive());
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

    private static ListSize SizeOf(ListSizeAttribute size, ListSize? usual) => new()
    {
        AssumedSize = size.AssumedSize < 0 ? usual?.AssumedSize : size.AssumedSize,
        SlicingArguments = size.SlicingArguments.Length == 0 ? usual?.SlicingArguments ?? [] : size.SlicingArguments,
        SlicingArgumentDefaultValue = size.SlicingArgumentDefaultValue < 0 ? usual?.SlicingArgumentDefaultValue : size.SlicingArgumentDefaultValue,
        SizedFields = size.SizedFields.Length == 0 ? usual?.SizedFields ?? [] : size.SizedFields,
        RequireOneSlicingArgument = size.RequireOneSlicingArgument,
    };

    private static void Replace(IList<DirectiveNode> directives, DirectiveNode directive)
    {
        foreach (var other in directives.Where(d => d.Name.Value == directive.Name.Value).ToList()) directives.Remove(other);
        directives.Add(directive);
    }
}
