using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Introspection;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types;

/// <summary>All types and directives a server offers. Immutable; made by a schema builder.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> typesByName;
    private readonly Dictionary<string, DirectiveType> directivesByName;
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> possibleTypes = [];

    /// <summary>Puts a schema together; the types given must contain every type they refer to. The types of introspection, the scalars
    /// these need, and the directives of the specification are added where they are missing.</summary>
    /// <exception cref="ArgumentException">Two types or two directives share a name.</exception>
    public Schema(IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveType> directives, ObjectType? query, ObjectType? mutation = null, ObjectType? subscription = null)
    {
        Types = [.. types, .. Missing([BuiltInScalars.String, BuiltInScalars.Boolean, .. IntrospectionTypes.All])];
        Directives = [.. directives, .. BuiltInDirectives.All.ExceptBy(directives.Select(d => d.Name), d => d.Name)];
        QueryType = query;
        MutationType = mutation;
        SubscriptionType = subscription;
        typesByName = Types.ToDictionary(t => t.Name, StringComparer.Ordinal);
        directivesByName = Directives.ToDictionary(d => d.Name, StringComparer.Ordinal);
        foreach (var type in Types)
            if (type is InterfaceType or UnionType)
                possibleTypes[type] = FindPossibleTypes(type);

        IEnumerable<NamedType> Missing(IEnumerable<NamedType> builtIn) => builtIn.ExceptBy(types.Select(t => t.Name), t => t.Name);
    }

    /// <summary>What the schema is for; null when nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>Directives applied to the schema itself.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it came from, then its extensions; empty when it came from C# or had none.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SyntaxNodes { get; init; } = [];

    /// <summary>Every named type, the built-in scalars in use and the introspection types included.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>Every directive, the built-in ones included.</summary>
    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>The root of queries; null only in an invalid schema.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root of mutations; null when nothing can be written.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root of subscriptions; null when nothing can be followed.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>The type of this name; null when there is none.</summary>
    public NamedType? FindType(string name) => typesByName.GetValueOrDefault(name);

    /// <summary>The type that a document refers to, in the declaration of a variable for example; null when the named type in it does not exist.</summary>
    public GraphType? Resolve(TypeNode reference) => reference switch
    {
        NonNullTypeNode nonNull => Resolve(nonNull.OfType) is { } type ? new NonNullType(type) : null,
        ListTypeNode list => Resolve(list.OfType) is { } item ? new ListType(item) : null,
        _ => FindType(((NamedTypeNode)reference).Name.Value),
    };

    /// <summary>The directive of this name; null when there is none.</summary>
    public DirectiveType? FindDirective(string name) => directivesByName.GetValueOrDefault(name);

    /// <summary>The field of this name that a selection on the type may name: declared, <c>__typename</c>, or <c>__schema</c> and <c>__type</c> on the
    /// query root; null when there is none.</summary>
    public Field? FindField(NamedType parent, string name)
    {
        if (parent is FieldsType type && type.Fields.TryGet(name, out var declared)) return declared;
        return name switch
        {
            "__typename" when parent.IsComposite => MetaFields.TypeName,
            "__schema" when parent == QueryType => MetaFields.Schema,
            "__type" when parent == QueryType => MetaFields.Type,
            _ => null,
        };
    }

    /// <summary>The root type of an operation; null when the schema does not offer it.</summary>
    public ObjectType? RootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => QueryType,
        OperationKind.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types a value of this type may have; the type itself for an object type, none for a leaf.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) => type switch
    {
        ObjectType objectType => [objectType],
        _ => possibleTypes.GetValueOrDefault(type) ?? [],
    };

    /// <summary>Whether a value of <paramref name="type"/> may also be of <paramref name="other"/>.</summary>
    public bool Overlap(NamedType type, NamedType other) =>
        type == other || PossibleTypes(type).Intersect(PossibleTypes(other)).Any();

    private IReadOnlyList<ObjectType> FindPossibleTypes(NamedType type) => type switch
    {
        UnionType union => [.. union.Types],
        InterfaceType contract => [.. Types.OfType<ObjectType>().Where(t => t.Interfaces.Contains(contract))],
        _ => [],
    };
}
