using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>
/// One rule. The walk tells it what it meets, and <see cref="Context"/> where it stands; a rule overrides what it cares for and reports
/// what is wrong. An instance serves one document.
/// </summary>
internal abstract class ValidationRule(ValidationContext context, string? section)
{
    private const string Specification = "https://spec.graphql.org/September2025/#sec-";

    /// <summary>The stable name.</summary>
    public string Name => GetType().Name;

    /// <summary>Where the walk stands, and what it knows of the document.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>A definition of any kind begins.</summary>
    public virtual void EnterDefinition(DefinitionNode definition)
    {
    }

    /// <summary>An operation begins.</summary>
    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    /// <summary>A variable is declared.</summary>
    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    /// <summary>A fragment definition begins.</summary>
    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    /// <summary>A field begins; the context's parent type encloses it, the context's field is its definition.</summary>
    public virtual void EnterField(FieldNode field)
    {
    }

    /// <summary>A field ends, its selections included.</summary>
    public virtual void LeaveField(FieldNode field)
    {
    }

    /// <summary>A named fragment is used; the context's parent type encloses it.</summary>
    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    /// <summary>An inline fragment begins; the context's parent type still encloses it.</summary>
    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    /// <summary>The arguments of a field or directive, also when there are none.</summary>
    /// <param name="owner">The field or directive.</param>
    /// <param name="arguments">The arguments given.</param>
    /// <param name="declared">The arguments of its definition; null when that is not known.</param>
    public virtual void EnterArguments(SyntaxNode owner, IReadOnlyList<ArgumentNode> arguments, MemberList<InputValue>? declared)
    {
    }

    /// <summary>All directives of one place; at least one.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
    }

    /// <summary>A directive at a place, spelled as the specification does; the context's directive is its definition.</summary>
    public virtual void EnterDirective(DirectiveNode directive, string location)
    {
    }

    /// <summary>A value of any kind, also inside another; the context's input says where it stands.</summary>
    public virtual void EnterValue(ValueNode value)
    {
    }

    /// <summary>An input object, after <see cref="EnterValue"/> had it.</summary>
    public virtual void EnterObjectValue(ObjectValueNode value)
    {
    }

    /// <summary>All definitions were walked; this operation is now known with everything that its fragments use.</summary>
    public virtual void ConcludeOperation(OperationUses operation)
    {
    }

    /// <summary>All operations were concluded.</summary>
    public virtual void LeaveDocument()
    {
    }

    /// <summary>Adds an error at one place.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="node">Where.</param>
    /// <param name="about">The names concerned, for the error's extensions.</param>
    protected void Report(string message, SyntaxNode node, params ReadOnlySpan<(string Name, object? Value)> about) =>
        Report(null, message, [node.Span.Location], about);

    /// <summary>Adds an error at several places.</summary>
    protected void Report(string message, IEnumerable<SyntaxNode> nodes, params ReadOnlySpan<(string Name, object? Value)> about) =>
        Report(null, message, [.. nodes.Select(node => node.Span.Location)], about);

    /// <summary>Adds an error with a code.</summary>
    protected void ReportCode(string code, string message, SyntaxNode node, params ReadOnlySpan<(string Name, object? Value)> about) =>
        Report(code, message, [node.Span.Location], about);

    /// <summary>Adds an error with a code, at several places.</summary>
    protected void ReportCode(string code, string message, IEnumerable<SyntaxNode> nodes, params ReadOnlySpan<(string Name, object? Value)> about) =>
        Report(code, message, [.. nodes.Select(node => node.Span.Location)], about);

    private void Report(string? code, string message, IReadOnlyList<Location> locations, ReadOnlySpan<(string Name, object? Value)> about)
    {
        var extensions = new Dictionary<string, object?>();
        foreach (var (name, value) in about) extensions[name] = value;
        if (section is not null) extensions["specifiedBy"] = Specification + section;
        Context.Add(new RuleViolation(Name, new GraphQLError(message) { Code = code, Locations = locations, Extensions = extensions }));
    }
}
