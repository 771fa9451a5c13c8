using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.Sdl;

public sealed class SdlSchemaBuilderTests
{
    [Fact]
    public void Root_types_are_found_by_their_default_names()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int } type Mutation { b: Int } type Other { c: Int }");
        Assert.Equal("Query", schema.QueryType!.Name);
        Assert.Equal("Mutation", schema.MutationType!.Name);
        Assert.Null(schema.SubscriptionType);
    }

    [Fact]
    public void Where_the_schema_is_defined_only_its_root_types_count()
    {
        var schema = SdlSchemaBuilder.Build("\"Ours\" schema { query: Root } type Root { a: Int } type Mutation { b: Int }");
        Assert.Equal("Root", schema.QueryType!.Name);
        Assert.Null(schema.MutationType);
        Assert.Equal("Ours", schema.Description);
    }

    [Fact]
    public void Members_keep_descriptions_defaults_deprecations_and_directives()
    {
        var schema = SdlSchemaBuilder.Build("""
            directive @cost(weight: String!) on FIELD_DEFINITION
            type Query {
              "All runs"
              runs(first: Int = 50, after: String @deprecated(reason: "Use first.")): [Int!]! @cost(weight: "10")
              old: Int @deprecated
            }
            """);
        var runs = schema.QueryType!.Fields["runs"];
        Assert.Equal("All runs", runs.Description);
        Assert.Equal("[Int!]!", runs.Type.ToString());
        Assert.Equal("50", Printer.Print(runs.Arguments["first"].DefaultValue!));
        Assert.Equal("Use first.", runs.Arguments["after"].DeprecationReason);
        Assert.Equal("""@cost(weight: "10")""", Printer.Print(Assert.Single(runs.AppliedDirectives)));
        Assert.Equal("No longer supported", schema.QueryType.Fields["old"].DeprecationReason);
        Assert.Null(runs.DeprecationReason);
    }

    [Fact]
    public void Types_keep_what_their_directives_say()
    {
        var schema = SdlSchemaBuilder.Build("""
            scalar Date @specifiedBy(url: "https://example.org/date")
            input By @oneOf { id: ID name: String }
            enum Colour { RED GREEN @deprecated }
            type Query { at(by: By): Date colour: Colour }
            """);
        Assert.Equal("https://example.org/date", ((ScalarType)schema.FindType("Date")!).SpecifiedBy);
        Assert.True(((InputObjectType)schema.FindType("By")!).IsOneOf);
        var colour = (EnumType)schema.FindType("Colour")!;
        Assert.Equal("RED", colour.Values["RED"].Value);
        Assert.NotNull(colour.Values["GREEN"].DeprecationReason);
    }

    [Fact]
    public void Extensions_in_the_same_document_are_merged_wherever_they_stand()
    {
        var schema = SdlSchemaBuilder.Build("""
            extend type Query { b: Colour }
            extend enum Colour { GREEN }
            type Query { a: Int }
            enum Colour { RED }
            extend schema { mutation: Write }
            type Write { c: Int }
            """);
        Assert.Equal(["b", "a"], schema.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal(["GREEN", "RED"], ((EnumType)schema.FindType("Colour")!).Values.Select(value => value.Name));
        Assert.Equal("Write", schema.MutationType!.Name);
        Assert.False(schema.FindType("Query")!.SyntaxNodes[0].IsExtension);
    }

    [Fact]
    public void Only_built_in_scalars_in_use_become_types()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        Assert.Same(BuiltInScalars.Int, schema.FindType("Int"));
        Assert.Null(schema.FindType("Float"));
    }

    [Fact]
    public void Definitions_of_built_in_types_are_passed_over()
    {
        var schema = SdlSchemaBuilder.Build("scalar ID type __Field { own: Int } type Query { id: ID }");
        Assert.Same(BuiltInScalars.Id, schema.QueryType!.Fields["id"].Type);
        Assert.Same(BuiltInTypes.Find("__Field"), schema.FindType("__Field"));
    }

    [Fact]
    public void All_errors_of_a_document_are_told_at_once()
    {
        var refusal = Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build("type Query { a: Missing b: Int @nothing }"));
        Assert.Equal(2, refusal.Errors.Count);
        Assert.Contains("Missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_not_GraphQL_is_refused_as_such() => Assert.Throws<RequestErrorException>(() => SdlSchemaBuilder.Build("type Query {"));

    [Fact]
    public void Extending_a_schema_leaves_it_as_it_was()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        var extended = SdlSchemaBuilder.Extend(schema, Parser.Parse("extend type Query { b: Run } type Run { number: Int }"));
        Assert.Equal(["a", "b"], extended.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal(["a"], schema.QueryType!.Fields.Select(field => field.Name));
    }

    [Fact]
    public void A_schema_can_be_extended_again_and_again()
    {
        var schema = SdlSchemaBuilder.Build("directive @tag on OBJECT schema { query: Root } type Root @tag { a: Int }");
        schema = SdlSchemaBuilder.Extend(schema, Parser.Parse("extend type Root { b: Int }"));
        schema = SdlSchemaBuilder.Extend(schema, Parser.Parse("extend schema { mutation: Write } type Write { c: Int } extend type Root { c: Int }"));
        Assert.Equal(["a", "b", "c"], schema.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal("Write", schema.MutationType!.Name);
        Assert.Single(schema.QueryType.AppliedDirectives);
    }

    [Fact]
    public void A_schema_that_did_not_come_from_SDL_cannot_be_extended()
    {
        var query = new ObjectType("Query");
        query.Fields.Add(new Field("a", BuiltInScalars.Int));
        var schema = new Schema([query, BuiltInScalars.Int], [], query);
        Assert.Throws<ArgumentException>(() => SdlSchemaBuilder.Extend(schema, Parser.Parse("type Run { number: Int }")));
    }
}
