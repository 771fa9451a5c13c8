using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types;

/// <summary>The directives of the specification. Every schema shares these instances.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives" of "Type System".</remarks>
public static class BuiltInDirectives
{
    /// <summary>The reason of a <c>@deprecated</c> that gives none.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    private static readonly string[] Selections = ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"];

    /// <summary><c>@skip</c>: leaves out what it stands on when its condition holds.</summary>
    public static DirectiveType Skip { get; } = Make(
        "skip", "Leaves out the field or fragment when `if` is true.", Selections,
        new InputValue("if", new NonNullType(BuiltInScalars.Boolean)) { Description = "Whether to leave it out." });

    /// <summary><c>@include</c>: leaves out what it stands on unless its condition holds.</summary>
    public static DirectiveType Include { get; } = Make(
        "include", "Takes in the field or fragment only when `if` is true.", Selections,
        new InputValue("if", new NonNullType(BuiltInScalars.Boolean)) { Description = "Whether to take it in." });

    /// <summary><c>@deprecated</c>: says that something is about to go, and what to use instead.</summary>
    public static DirectiveType Deprecated { get; } = Make(
        "deprecated", "Marks what should no longer be used.",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        new InputValue("reason", new NonNullType(BuiltInScalars.String))
        {
            Description = "Why, and what to use instead, in Markdown.",
            DefaultValue = new StringValueNode { Value = DefaultDeprecationReason },
        });

    /// <summary><c>@specifiedBy</c>: where a scalar is specified.</summary>
    public static DirectiveType SpecifiedBy { get; } = Make(
        "specifiedBy", "Says where the scalar is specified.", ["SCALAR"],
        new InputValue("url", new NonNullType(BuiltInScalars.String)) { Description = "The address of the specification." });

    /// <summary><c>@oneOf</c>: an input object of which exactly one field is given.</summary>
    public static DirectiveType OneOf { get; } = Make(
        "oneOf", "Marks an input object of which exactly one field must be given, and not null.", ["INPUT_OBJECT"]);

    /// <summary>All five.</summary>
    public static IReadOnlyList<DirectiveType> All { get; } = [Skip, Include, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Whether a directive of the specification has this name.</summary>
    public static bool Contains(string name) => All.Any(directive => directive.Name == name);

    private static DirectiveType Make(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        foreach (var location in locations) directive.Locations.Add(location);
        foreach (var argument in arguments) directive.Arguments.Add(argument);
        return directive;
    }
}
