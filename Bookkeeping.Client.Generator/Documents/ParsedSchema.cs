using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>A schema file as parsed and checked. Equal to another of the same file, so that it is parsed once.</summary>
internal sealed class ParsedSchema : IEquatable<ParsedSchema>
{
    private readonly SourceFile file;

    private ParsedSchema(SourceFile file, Schema? schema, IEnumerable<Finding> findings)
    {
        this.file = file;
        Schema = schema;
        Findings = new(findings);
    }

    /// <summary>The schema; null when it is invalid.</summary>
    public Schema? Schema { get; }

    /// <summary>What is wrong with it.</summary>
    public EquatableArray<Finding> Findings { get; }

    /// <summary>Parses a file.</summary>
    public static ParsedSchema Parse(SourceFile file)
    {
        try
        {
            var schema = SdlSchemaBuilder.Build(file.Text.ToString());
            var errors = SchemaValidator.Validate(schema);
            return errors.Count == 0 ? new(file, schema, []) : new(file, null, errors.Select(error => Invalid(file, error)));
        }
        catch (RequestErrorException e)
        {
            return new(file, null, e.Errors.Select(error => Places.Find(Rules.SchemaSyntax, file, error.Locations[0], error.Message)));
        }
        catch (SchemaException e)
        {
            return new(file, null, e.Errors.Select(error => Invalid(file, error)));
        }
    }

    public bool Equals(ParsedSchema? other) => other is not null && file.Equals(other.file);

    public override bool Equals(object? obj) => Equals(obj as ParsedSchema);

    public override int GetHashCode() => file.GetHashCode();

    private static Finding Invalid(SourceFile file, GraphQLError error) =>
        Places.Find(Rules.SchemaInvalid, file, error.Locations.Count > 0 ? error.Locations[0] : new(1, 1), error.Message);
}
