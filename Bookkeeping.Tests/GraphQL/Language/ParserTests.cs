using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class ParserTests
{
    [Fact]
    public void Braces_alone_are_an_anonymous_query()
    {
        var query = SyntaxAssert.Only<OperationDefinitionNode>("{ runs }");
        Assert.Equal((OperationKind.Query, null), (query.Operation, query.Name));
        Assert.Equal("runs", Assert.IsType<FieldNode>(Assert.Single(query.SelectionSet.Selections)).ResponseName);
    }

    [Theory]
    [InlineData("query", OperationKind.Query)]
    [InlineData("mutation", OperationKind.Mutation)]
    [InlineData("subscription", OperationKind.Subscription)]
    public void An_operation_has_a_kind_name_variables_and_directives(string keyword, OperationKind kind)
    {
        var operation = SyntaxAssert.Only<OperationDefinitionNode>($"{keyword} Runs($first: Int! = 5 @a, $where: [RunFilter!]) @b @c(d: $first) {{ runs }}");
        Assert.Equal((kind, "Runs"), (operation.Operation, operation.Name?.Value));
        Assert.Equal(["$first: Int! = 5 @a", "$where: [RunFilter!]"], operation.VariableDefinitions.Select(Printer.Print));
        Assert.Equal(["@b", "@c(d: $first)"], operation.Directives.Select(Printer.Print));
    }

    [Fact]
    public void Operations_fragments_and_variables_have_descriptions()
    {
        var document = Parser.Parse("\"o\" query Q(\"v\" $a: Int) { a } \"\"\"f\"\"\" fragment F on T { a }");
        var query = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal(("o", "v"), (query.Description?.Value, query.VariableDefinitions[0].Description?.Value));
        Assert.Equal("f", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
    }

    [Fact]
    public void A_field_has_alias_arguments_directives_and_selections()
    {
        var field = Field("last: run(runNumber: 5, deep: {a: [1]}) @include(if: $x) { id }");
        Assert.Equal(("last", "run", "last"), (field.Alias?.Value, field.Name.Value, field.ResponseName));
        Assert.Equal(["runNumber: 5", "deep: {a: [1]}"], field.Arguments.Select(Printer.Print));
        Assert.Equal("@include(if: $x)", Printer.Print(Assert.Single(field.Directives)));
        Assert.Single(field.SelectionSet!.Selections);
    }

    [Fact]
    public void A_spread_is_told_from_an_inline_fragment()
    {
        var selections = SyntaxAssert.Only<OperationDefinitionNode>("{ ...one @a ...on Run @b { a } ... @c { a } ... { a } ...onto }").SelectionSet.Selections;
        Assert.Equal("one", Assert.IsType<FragmentSpreadNode>(selections[0]).Name.Value);
        Assert.Equal("Run", Assert.IsType<InlineFragmentNode>(selections[1]).TypeCondition?.Name.Value);
        Assert.Null(Assert.IsType<InlineFragmentNode>(selections[2]).TypeCondition);
        Assert.Empty(Assert.IsType<InlineFragmentNode>(selections[3]).Directives);
        Assert.Equal("onto", Assert.IsType<FragmentSpreadNode>(selections[4]).Name.Value);
        Assert.All(selections.Take(3), selection => Assert.Single(selection.Directives));
    }

    [Fact]
    public void Keywords_are_names_wherever_nothing_else_can_be_meant() => Parser.Parse(
        """
        query query($on: null = true) @fragment { on: query(mutation: fragment) ...type ... on on { true false null extend input } }
        fragment fragment on subscription { on }
        fragment type on type { repeatable implements }
        type type implements interface & implements @on { type(input: enum = null): union on: on implements: repeatable query: extend }
        enum on { on query repeatable }
        input input { input: input = {input: input} }
        directive @on(on: on) repeatable on FIELD
        directive @repeatable on ENUM
        """);

    [Theory]
    [InlineData("null", typeof(NullValueNode))]
    [InlineData("true", typeof(BooleanValueNode))]
    [InlineData("GOOD", typeof(EnumValueNode))]
    [InlineData("nullable", typeof(EnumValueNode))]
    [InlineData("12", typeof(IntValueNode))]
    [InlineData("1.5", typeof(FloatValueNode))]
    [InlineData("\"x\"", typeof(StringValueNode))]
    [InlineData("\"\"\"x\"\"\"", typeof(StringValueNode))]
    [InlineData("[]", typeof(ListValueNode))]
    [InlineData("[1, [$a], {}]", typeof(ListValueNode))]
    [InlineData("{}", typeof(ObjectValueNode))]
    [InlineData("{a: 1, a: $b}", typeof(ObjectValueNode))]
    [InlineData("$runs", typeof(VariableNode))]
    public void A_value_alone_is_read_as_what_it_is(string source, Type kind)
    {
        var value = Parser.ParseValue(source);
        Assert.IsType(kind, value);
        Assert.Equal(source, Printer.Print(value));
    }

    [Fact]
    public void A_constant_value_holds_no_variable_however_deep()
    {
        Assert.IsType<ListValueNode>(Parser.ParseConstValue("[{a: 1}]"));
        var error = SyntaxAssert.Refused(() => Parser.ParseConstValue("[{a: $b}]"));
        Assert.Equal("Expected a value without variables, but found `$`.", error.Message);
        Assert.Equal([new Location(1, 6)], error.Locations);
    }

    [Theory]
    [InlineData("Run")]
    [InlineData("Run!")]
    [InlineData("[Run]")]
    [InlineData("[[Run!]]!")]
    public void A_type_alone_is_read_and_printed(string source) => Assert.Equal(source, Printer.Print(Parser.ParseType(source)));

    [Theory]
    [InlineData("1 2")]
    [InlineData("[1] ]")]
    public void Nothing_may_follow_a_value(string source) =>
        Assert.StartsWith("Expected the end of the document", SyntaxAssert.Refused(() => Parser.ParseValue(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_may_follow_a_type() =>
        Assert.Equal("Expected the end of the document, but found `!`.", SyntaxAssert.Refused(() => Parser.ParseType("Run!!")).Message);

    [Fact]
    public void Nodes_know_where_they_stand()
    {
        const string source = "query Q {\n  a: run(n: [1, $x]) @d {\n    id\n  }\n}";
        var query = SyntaxAssert.Only<OperationDefinitionNode>(source);
        var field = Assert.IsType<FieldNode>(query.SelectionSet.Selections[0]);
        Assert.Equal(source, Text(source, query));
        Assert.Equal("Q", Text(source, query.Name!));
        Assert.Equal("a: run(n: [1, $x]) @d {\n    id\n  }", Text(source, field));
        Assert.Equal(new Location(2, 3), field.Span.Location);
        Assert.Equal("run", Text(source, field.Name));
        Assert.Equal("n: [1, $x]", Text(source, field.Arguments[0]));
        Assert.Equal("[1, $x]", Text(source, field.Arguments[0].Value));
        Assert.Equal("$x", Text(source, Assert.IsType<ListValueNode>(field.Arguments[0].Value).Items[1]));
        Assert.Equal("@d", Text(source, field.Directives[0]));
        Assert.Equal("{\n    id\n  }", Text(source, field.SelectionSet!));
    }

    [Fact]
    public void Names_that_recur_are_one_string()
    {
        var first = Field("runNumber").Name.Value;
        Assert.Same(first, Field("a: runNumber").Name.Value);
    }

    private static FieldNode Field(string field) =>
        Assert.IsType<FieldNode>(Assert.Single(SyntaxAssert.Only<OperationDefinitionNode>($"{{ {field} }}").SelectionSet.Selections));

    private static string Text(string source, SyntaxNode node) => source[node.Span.Start..node.Span.End];
}
