using System.Buffers;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Introspection;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Types.Introspection;

public sealed class IntrospectionTests
{
    [Theory]
    [InlineData("fields", "type T { a: Int b: Int @deprecated(reason: \"Gone.\") }")]
    [InlineData("inputFields", "input T { a: Int b: Int @deprecated(reason: \"Gone.\") }")]
    [InlineData("enumValues", "enum T { a b @deprecated(reason: \"Gone.\") }")]
    public void Deprecated_members_are_shown_only_on_request(string list, string sdl)
    {
        Assert.Equal($$$"""{"{{{list}}}":[{"name":"a"}]}""", Ask(sdl, "T", $"{list} {{ name }}"));
        Assert.Equal(
            $$$"""{"{{{list}}}":[{"name":"a","isDeprecated":false,"deprecationReason":null},{"name":"b","isDeprecated":true,"deprecationReason":"Gone."}]}""",
            Ask(sdl, "T", $"{list}(includeDeprecated: true) {{ name isDeprecated deprecationReason }}"));
    }

    [Fact]
    public void Deprecated_arguments_are_shown_only_on_request() => Assert.Equal(
        """{"fields":[{"shown":[{"name":"a"}],"all":[{"name":"a"},{"name":"b"}]}]}""",
        Ask("type T { f(a: Int, b: Int @deprecated): Int }", "T", "fields { shown: args { name } all: args(includeDeprecated: true) { name } }"));

    [Theory]
    [InlineData("scalar T @specifiedBy(url: \"https://example.org\")", """{"kind":"SCALAR","specifiedByURL":"https://example.org","isOneOf":null}""")]
    [InlineData("input T @oneOf { a: Int }", """{"kind":"INPUT_OBJECT","specifiedByURL":null,"isOneOf":true}""")]
    [InlineData("input T { a: Int }", """{"kind":"INPUT_OBJECT","specifiedByURL":null,"isOneOf":false}""")]
    [InlineData("union T = Query", """{"kind":"UNION","specifiedByURL":null,"isOneOf":null}""")]
    public void A_type_tells_what_it_is(string sdl, string expected) => Assert.Equal(expected, Ask(sdl, "T", "kind specifiedByURL isOneOf"));

    [Fact]
    public void Wrapped_types_are_told_layer_by_layer() => Assert.Equal(
        """{"fields":[{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,"ofType":{"kind":"SCALAR","name":"Int","ofType":null}}}}]}""",
        Ask("type T { a: [Int]! }", "T", "fields { type { kind name ofType { kind name ofType { kind name ofType { name } } } } }"));

    [Fact]
    public void A_default_is_told_as_a_literal() => Assert.Equal(
        """{"inputFields":[{"defaultValue":"{x: [1, null], y: \u0022a\u0022}"},{"defaultValue":null},{"defaultValue":"null"}]}""",
        Ask("input T { a: Any = { x: [1, null], y: \"a\" } b: Int c: Int = null } scalar Any", "T", "inputFields { defaultValue }").Replace("\\\"", "\\u0022"));

    [Fact]
    public void A_name_that_no_type_has_gives_null() => Assert.Equal("null", Ask("type T { a: Int }", "Other", "name"));

    [Fact]
    public void A_type_of_introspection_describes_itself() =>
        Assert.Equal("""{"name":"__Type","kind":"OBJECT"}""", Ask("type T { a: Int }", "__Type", "name kind"));

    [Fact]
    public void The_types_of_introspection_keep_the_rules_of_the_type_system()
    {
        // Under other names than their own, which only they may have.
        var schema = new Schema([.. IntrospectionTypes.All.Select(CopyUnderAnotherName)], [], null);
        var sdl = SchemaPrinter.Print(schema).Replace("__", "Own", StringComparison.Ordinal);
        Assert.Empty(SchemaValidator.Validate(SdlSchemaBuilder.Build(sdl + " type Query { schema: OwnSchema! type(name: String!): OwnType }")));
    }

    private static NamedType CopyUnderAnotherName(NamedType type)
    {
        var name = type.Name.Replace("__", "Own", StringComparison.Ordinal);
        if (type is EnumType values)
        {
            var copy = new EnumType(name);
            foreach (var value in values.Values) copy.Values.Add(value);
            return copy;
        }

        var fields = new ObjectType(name);
        foreach (var field in ((ObjectType)type).Fields) fields.Fields.Add(field);
        return fields;
    }

    private static string Ask(string sdl, string type, string selection)
    {
        var schema = SdlSchemaBuilder.Build(sdl + " type Query { root: Int }");
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var request = new GraphQLRequest { Query = $"{{ t: __type(name: \"{type}\") {{ {selection} }} }}" };
        var answer = executor.ExecuteAsync(request, new NoServices(), CancellationToken.None).GetAwaiter().GetResult();
        var buffer = new ArrayBufferWriter<byte>();
        answer.WriteTo(buffer);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.StartsWith("{\"data\":{\"t\":", text, StringComparison.Ordinal);
        return text["{\"data\":{\"t\":".Length..^2];
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
