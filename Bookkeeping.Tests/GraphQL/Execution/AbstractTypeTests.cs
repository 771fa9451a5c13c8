using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class AbstractTypeTests
{
    private const string Sdl = "type Query { pet: Pet any: Any } interface Pet { name: String } union Any = Dog | Cat "
        + "type Dog implements Pet { name: String } type Cat implements Pet { name: String } type Stone { name: String }";

    [Theory]
    [InlineData("pet")]
    [InlineData("any")]
    public async Task The_object_type_decides_which_fragments_apply(string field)
    {
        var graph = new TestGraph(Sdl).Give($"Query.{field}", TestGraph.Object(("__typename", "Cat"), ("name", "Tom")));
        var answer = await graph.AskAsync($"{{ {field} {{ __typename ... on Dog {{ dog: name }} ... on Cat {{ cat: name }} ... on Pet {{ name }} }} }}");
        Assert.Equal($$$"""{"{{{field}}}":{"__typename":"Cat","cat":"Tom","name":"Tom"}}""", answer.Data);
    }

    [Theory]
    [InlineData("Stone")]
    [InlineData("Nothing")]
    [InlineData(null)]
    public async Task A_value_of_none_of_the_possible_types_is_an_error(string? type)
    {
        var answer = await new TestGraph(Sdl).Give("Query.pet", TestGraph.Object(("__typename", type))).AskAsync("{ pet { name } }");
        Assert.Equal("""{"pet":null}""", answer.Data);
        Assert.Equal(["pet EXEC_UNABLE_TO_RESOLVE_ABSTRACT_TYPE"], answer.Errors);
    }

    [Fact]
    public async Task Without_a_type_resolver_each_object_type_is_asked()
    {
        var graph = new TestGraph(Sdl).Give("Query.pet", TestGraph.Object(("name", "Rex")));
        ((InterfaceType)graph.Schema.FindType("Pet")!).ResolveType = null;
        ((ObjectType)graph.Schema.FindType("Cat")!).IsTypeOf = value => ((Dictionary<string, object?>)value)["name"] is "Tom";
        ((ObjectType)graph.Schema.FindType("Dog")!).IsTypeOf = value => ((Dictionary<string, object?>)value)["name"] is "Rex";
        Assert.Equal("""{"pet":{"__typename":"Dog"}}""", (await graph.AskAsync("{ pet { __typename } }")).Data);
    }

    [Fact]
    public async Task A_type_resolver_that_throws_fails_its_value_alone()
    {
        var graph = new TestGraph("type Query { pets: [Pet] } interface Pet { name: String } type Dog implements Pet { name: String }");
        ((InterfaceType)graph.Schema.FindType("Pet")!).ResolveType = value => value is "bad" ? throw new InvalidOperationException("broken") : "Dog";
        graph.Give("Query.pets", new object[] { TestGraph.Object(("name", "Rex")), "bad" });
        var answer = await graph.AskAsync("{ pets { name } }");
        Assert.Equal("""{"pets":[{"name":"Rex"},null]}""", answer.Data);
        Assert.Equal(["pets/1 INTERNAL"], answer.Errors);
    }
}
