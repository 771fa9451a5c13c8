using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class TypeSystemParserTests
{
    [Fact]
    public void A_schema_names_its_root_types()
    {
        var schema = SyntaxAssert.Only<SchemaDefinitionNode>("\"d\" schema @a { query: Q mutation: M subscription: S }");
        Assert.Equal(("d", false), (schema.Description?.Value, schema.IsExtension));
        Assert.Equal(["query: Q", "mutation: M", "subscription: S"], schema.OperationTypes.Select(Printer.Print));
        Assert.Equal("@a", Printer.Print(Assert.Single(schema.Directives)));
    }

    [Fact]
    public void An_object_type_has_interfaces_fields_and_arguments()
    {
        var type = SyntaxAssert.Only<ObjectTypeDefinitionNode>(
            "\"run\" type Run implements Node & Audited @a { \"number\" runNumber: Int! @b tags(\"how many\" first: Int = 5 @c): [Tag!]! }");
        Assert.Equal(("run", "Run"), (type.Description?.Value, type.Name.Value));
        Assert.Equal(["Node", "Audited"], type.Interfaces.Select(Printer.Print));
        Assert.Equal(("number", "@b"), (type.Fields[0].Description?.Value, Printer.Print(type.Fields[0].Directives[0])));
        var argument = Assert.Single(type.Fields[1].Arguments);
        Assert.Equal(("how many", "first", "5", "@c"), (argument.Description?.Value, argument.Name.Value, Printer.Print(argument.DefaultValue!), Printer.Print(argument.Directives[0])));
    }

    [Fact]
    public void An_enum_has_described_values()
    {
        var type = SyntaxAssert.Only<EnumTypeDefinitionNode>("enum RunQuality @a { \"usable\" GOOD BAD @deprecated(reason: \"x\") }");
        Assert.Equal(["GOOD", "BAD"], type.Values.Select(value => value.Name.Value));
        Assert.Equal("usable", type.Values[0].Description?.Value);
        Assert.Single(type.Values[1].Directives);
    }

    [Fact]
    public void An_input_object_has_fields_with_defaults()
    {
        var type = SyntaxAssert.Only<InputObjectTypeDefinitionNode>("input Range @oneOf { from: Int = 0 to: Int = null }");
        Assert.Equal(["from: Int = 0", "to: Int = null"], type.Fields.Select(Printer.Print));
    }

    [Theory]
    [InlineData("union Found = Run | Fill")]
    [InlineData("union Found = | Run | Fill")]
    public void A_union_lists_its_members_perhaps_behind_a_leading_pipe(string source) =>
        Assert.Equal(["Run", "Fill"], SyntaxAssert.Only<UnionTypeDefinitionNode>(source).Types.Select(Printer.Print));

    [Theory]
    [InlineData("type Run implements Node & Audited")]
    [InlineData("type Run implements & Node & Audited")]
    public void A_type_lists_its_interfaces_perhaps_behind_a_leading_ampersand(string source) =>
        Assert.Equal(["Node", "Audited"], SyntaxAssert.Only<ObjectTypeDefinitionNode>(source).Interfaces.Select(Printer.Print));

    [Theory]
    [InlineData("directive @a(b: Int) repeatable on | FIELD | ENUM_VALUE", true)]
    [InlineData("directive @a(b: Int) on FIELD | ENUM_VALUE", false)]
    public void A_directive_has_places_and_may_be_repeatable(string source, bool isRepeatable)
    {
        var directive = SyntaxAssert.Only<DirectiveDefinitionNode>(source);
        Assert.Equal(isRepeatable, directive.IsRepeatable);
        Assert.Equal(["FIELD", "ENUM_VALUE"], directive.Locations.Select(Printer.Print));
        Assert.Single(directive.Arguments);
    }

    [Fact]
    public void A_directive_may_stand_in_each_place_of_the_specification()
    {
        Assert.Equal(19, DirectiveLocations.All.Count);
        var directive = SyntaxAssert.Only<DirectiveDefinitionNode>($"directive @a on {string.Join(" | ", DirectiveLocations.All)}");
        Assert.Equal(DirectiveLocations.All, directive.Locations.Select(location => location.Value));
    }

    [Theory]
    [InlineData("scalar A", typeof(ScalarTypeDefinitionNode))]
    [InlineData("type A", typeof(ObjectTypeDefinitionNode))]
    [InlineData("interface A", typeof(InterfaceTypeDefinitionNode))]
    [InlineData("union A", typeof(UnionTypeDefinitionNode))]
    [InlineData("enum A", typeof(EnumTypeDefinitionNode))]
    [InlineData("input A", typeof(InputObjectTypeDefinitionNode))]
    public void A_definition_may_be_empty_but_an_extension_may_not(string source, Type kind)
    {
        var definition = Assert.IsAssignableFrom<TypeDefinitionNode>(Assert.Single(Parser.Parse(source).Definitions));
        var extension = Assert.IsAssignableFrom<TypeDefinitionNode>(Assert.Single(Parser.Parse($"extend {source} @a").Definitions));
        Assert.IsType(kind, definition);
        Assert.IsType(kind, extension);
        Assert.Equal((false, true), (definition.IsExtension, extension.IsExtension));
        SyntaxAssert.Refused(() => Parser.Parse($"extend {source}"));
    }

    [Theory]
    [InlineData("extend schema { query: Q }")]
    [InlineData("extend schema @a")]
    [InlineData("extend type A implements B")]
    [InlineData("extend type A { b: C }")]
    [InlineData("extend interface A implements B")]
    [InlineData("extend interface A { b: C }")]
    [InlineData("extend union A = B")]
    [InlineData("extend enum A { B }")]
    [InlineData("extend input A { b: C }")]
    public void An_extension_adds_one_thing_or_more(string source) => Assert.Equal(
        source,
        Printer.Print(Parser.Parse(source)).ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal));
}
