using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Introspection;
using Bookkeeping.GraphQL.Types.Scalars;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types;

public sealed class SchemaTests
{
    private static readonly Schema Pets = SdlSchemaBuilder.Build("""
        type Query { pet: Pet any: Any }
        interface Animal { name: String }
        interface Pet implements Animal { name: String }
        type Cat implements Pet & Animal { name: String }
        type Dog implements Pet & Animal { name: String }
        type Wolf implements Animal { name: String }
        type Stone { weight: Float }
        union Any = Cat | Stone
        input Filter { name: String }
        """);

    [Theory]
    [InlineData("Query")]
    [InlineData("Pet")]
    [InlineData("Cat")]
    [InlineData("Any")]
    public void Every_composite_type_has_its_typename(string type) => Assert.Same(MetaFields.TypeName, Pets.FindField(Pets.FindType(type)!, "__typename"));

    [Theory]
    [InlineData("Filter")]
    [InlineData("String")]
    public void Other_types_have_none(string type) => Assert.Null(Pets.FindField(Pets.FindType(type)!, "__typename"));

    [Fact]
    public void Only_the_query_root_describes_the_schema()
    {
        Assert.Same(MetaFields.Schema, Pets.FindField(Pets.QueryType!, "__schema"));
        Assert.Same(MetaFields.Type, Pets.FindField(Pets.QueryType!, "__type"));
        Assert.Null(Pets.FindField(Pets.FindType("Cat")!, "__schema"));
        Assert.Null(Pets.FindField(Pets.FindType("Cat")!, "__type"));
    }

    [Fact]
    public void Declared_fields_are_found_by_name()
    {
        Assert.Equal("name", Pets.FindField(Pets.FindType("Pet")!, "name")!.Name);
        Assert.Null(Pets.FindField(Pets.FindType("Pet")!, "colour"));
        Assert.Null(Pets.FindField(Pets.FindType("Any")!, "name"));
    }

    [Fact]
    public void Possible_types_are_the_object_types_behind_a_type()
    {
        Assert.Equal(["Cat", "Dog"], Pets.PossibleTypes(Pets.FindType("Pet")!).Select(type => type.Name));
        Assert.Equal(["Cat", "Dog", "Wolf"], Pets.PossibleTypes(Pets.FindType("Animal")!).Select(type => type.Name));
        Assert.Equal(["Cat", "Stone"], Pets.PossibleTypes(Pets.FindType("Any")!).Select(type => type.Name));
        Assert.Equal(["Dog"], Pets.PossibleTypes(Pets.FindType("Dog")!).Select(type => type.Name));
        Assert.Empty(Pets.PossibleTypes(Pets.FindType("Filter")!));
    }

    [Theory]
    [InlineData("Pet", "Any", true)]
    [InlineData("Pet", "Animal", true)]
    [InlineData("Pet", "Stone", false)]
    [InlineData("Wolf", "Any", false)]
    public void Types_overlap_when_an_object_type_is_of_both(string first, string second, bool overlap) =>
        Assert.Equal(overlap, Pets.Overlap(Pets.FindType(first)!, Pets.FindType(second)!));

    [Fact]
    public void The_types_of_introspection_and_the_directives_of_the_specification_are_added()
    {
        var schema = new Schema([], [], null);
        Assert.Equal(["Boolean", "String"], schema.Types.OfType<ScalarType>().Select(type => type.Name).Order());
        Assert.Superset(IntrospectionTypes.All.ToHashSet(), schema.Types.ToHashSet());
        Assert.Equal(["deprecated", "include", "oneOf", "skip", "specifiedBy"], schema.Directives.Select(directive => directive.Name).Order());
    }

    [Fact]
    public void What_a_schema_brings_itself_is_not_added_twice()
    {
        var own = new DirectiveType("skip");
        var schema = new Schema([BuiltInScalars.String, IntrospectionTypes.Type], [own], null);
        Assert.Same(own, schema.FindDirective("skip"));
        Assert.Equal(schema.Types.Count, schema.Types.Distinct().Count());
    }
}
