using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>What all rules share while one document is walked: the schema, where the walk stands, and the errors so far.</summary>
internal sealed class ValidationContext
{
    private readonly List<RuleViolation> violations = [];

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment)
                Fragments.TryAdd(fragment.Name.Value, new DefinitionUses(fragment));
    }

    /// <summary>The schema validated against.</summary>
    public Schema Schema { get; }

    /// <summary>The document walked.</summary>
    public DocumentNode Document { get; }

    /// <summary>The limits.</summary>
    public ValidationOptions Options { get; }

    /// <summary>The fragments by name, the first of each; what they use is complete once all definitions were walked.</summary>
    public Dictionary<string, DefinitionUses> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations walked so far.</summary>
    public List<DefinitionUses> Operations { get; } = [];

    /// <summary>The object type, interface or union that selections are made on; null when it is not known.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The definition of the field the walk is in; null when it is not known.</summary>
    public Field? Field { get; set; }

    /// <summary>The definition of the directive the walk is in; null when it is not known, or outside of directives.</summary>
    public DirectiveType? Directive { get; set; }

    /// <summary>Where the value the walk is in stands.</summary>
    public InputPosition Input { get; set; }

    /// <summary>The errors found, in order.</summary>
    public IReadOnlyList<RuleViolation> Violations => violations;

    /// <summary>Whether as many errors were found as are reported, so that looking for more is idle.</summary>
    public bool IsFull => violations.Count >= Options.MaxErrors;

    /// <summary>Adds an error unless enough were found.</summary>
    public void Add(RuleViolation violation)
    {
        if (!IsFull) violations.Add(violation);
    }

    /// <summary>The type of a fragment's condition when selections can be made on it; else null.</summary>
    public NamedType? CompositeType(NamedTypeNode condition) =>
        Schema.FindType(condition.Name.Value) is { IsComposite: true } type ? type : null;

    /// <summary>How messages call a field or directive.</summary>
    public string Describe(SyntaxNode owner) => owner switch
    {
        FieldNode field => ParentType is null ? $"The field `{field.Name.Value}`" : $"The field `{ParentType.Name}.{field.Name.Value}`",
        DirectiveNode directive => $"The directive `@{directive.Name.Value}`",
        _ => throw new ArgumentException("Only fields and directives have arguments.", nameof(owner)),
    };

    /// <summary>The name of a field or directive, for an error's extensions.</summary>
    public static (string Name, object? Value) About(SyntaxNode owner) => owner switch
    {
        FieldNode field => ("field", field.Name.Value),
        DirectiveNode directive => ("directive", directive.Name.Value),
        _ => throw new ArgumentException("Only fields and directives have arguments.", nameof(owner)),
    };

    /// <summary>
    /// The operations or fragments given, and all fragments that they reach, each once. Complete only when the walk is over.
    /// </summary>
    public IReadOnlyList<DefinitionUses> Reach(IEnumerable<DefinitionUses> start)
    {
        var reached = start.ToList();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < reached.Count; i++)
            foreach (var spread in reached[i].Spreads)
                if (known.Add(spread.Name.Value) && Fragments.TryGetValue(spread.Name.Value, out var fragment))
                    reached.Add(fragment);
        return reached;
    }
}
