using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types;

/// <summary>The directives by which a client lets an answer come in parts. A schema has them only where it is told to.</summary>
/// <remarks>Source: GraphQL, working draft of incremental delivery, "@defer" and "@stream".</remarks>
public static class IncrementalDirectives
{
    /// <summary>The type of <c>initialCount</c>.</summary>
    internal static readonly GraphType InitialCount = new NonNullType(BuiltInScalars.Int);

    /// <summary><c>@defer</c>: the fields of a fragment may be answered after all others.</summary>
    public static DirectiveType Defer { get; } = Make(
        "defer", "Lets the fields of the fragment be answered later than those around it.", ["FRAGMENT_SPREAD", "INLINE_FRAGMENT"]);

    /// <summary><c>@stream</c>: the items of a list may be answered one after the other.</summary>
    public static DirectiveType Stream { get; } = Make(
        "stream", "Lets items of the list be answered later than the list.", ["FIELD"],
        new InputValue("initialCount", InitialCount)
        {
            Description = "How many items are answered with the list, 0 or more.",
            DefaultValue = new IntValueNode { Value = "0" },
        });

    private static DirectiveType Make(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        foreach (var location in locations) directive.Locations.Add(location);
        directive.Arguments.Add(new InputValue("if", BuiltInScalars.Boolean) { Description = "Whether it may; null means that it may." });
        directive.Arguments.Add(new InputValue("label", BuiltInScalars.String) { Description = "Names the part for the client; unique in the document." });
        foreach (var argument in arguments) directive.Arguments.Add(argument);
        return directive;
    }
}
