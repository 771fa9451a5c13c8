using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>What the rules of the type system look at, and where they report.</summary>
internal sealed class SchemaContext
{
    private readonly List<GraphQLError> errors = [];

    /// <summary>Takes a schema in.</summary>
    public SchemaContext(Schema schema)
    {
        Schema = schema;
        Types = [.. schema.Types.Where(type => BuiltInTypes.Find(type.Name) != type)];
        Directives = [.. schema.Directives.Except(BuiltInDirectives.All)];
        Fields = [.. Types.OfType<FieldsType>().SelectMany(type => type.Fields, (type, field) => new FieldPlace(type, field))];
        Inputs = [.. Fields.SelectMany(ArgumentsOf), .. Directives.SelectMany(ArgumentsOf), .. Types.OfType<InputObjectType>().SelectMany(FieldsOf)];
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The types of its own.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>The directives of its own.</summary>
    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>The fields of its object types and interfaces.</summary>
    public IReadOnlyList<FieldPlace> Fields { get; }

    /// <summary>The arguments of its fields and directives, and the fields of its input objects.</summary>
    public IReadOnlyList<InputPlace> Inputs { get; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Reports an error at the nodes given; those that are null or were never in a text (of a type built from C#) are passed over.</summary>
    public void Report(string message, params IEnumerable<SyntaxNode?> places) =>
        errors.Add(new GraphQLError(message)
        {
            Locations = [.. places.OfType<SyntaxNode>().Where(place => place.Span != default).Select(place => place.Span.Location)],
        });

    private static IEnumerable<InputPlace> ArgumentsOf(FieldPlace place) =>
        place.Field.Arguments.Select(argument => new InputPlace($"{place.Coordinate}({argument.Name}:)", argument));

    private static IEnumerable<InputPlace> ArgumentsOf(DirectiveType directive) =>
        directive.Arguments.Select(argument => new InputPlace($"@{directive.Name}({argument.Name}:)", argument));

    private static IEnumerable<InputPlace> FieldsOf(InputObjectType type) =>
        type.Fields.Select(field => new InputPlace($"{type.Name}.{field.Name}", field));
}

/// <summary>A field with the type that declares it.</summary>
internal readonly record struct FieldPlace(FieldsType Type, Field Field)
{
    /// <summary>The field's schema coordinate, <c>Type.field</c>.</summary>
    public string Coordinate => $"{Type.Name}.{Field.Name}";
}

/// <summary>An argument or input field.</summary>
/// <param name="Coordinate">Its schema coordinate: <c>Type.field(argument:)</c>, <c>@directive(argument:)</c>, <c>Input.field</c>.</param>
/// <param name="Value">The argument or input field itself.</param>
internal readonly record struct InputPlace(string Coordinate, InputValue Value);
