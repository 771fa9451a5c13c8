using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class DocumentationIdTests
{
    private const string Here = "Bookkeeping.Tests.GraphQL.Types.Clr.DocumentationIdTests";

    [Fact]
    public void Types_are_named_with_dots_also_inside_others()
    {
        Assert.Equal($"T:{Here}", DocumentationId.Of(typeof(DocumentationIdTests)));
        Assert.Equal($"T:{Here}.Box`1", DocumentationId.Of(typeof(Box<int>)));
    }

    [Fact]
    public void Properties_of_a_closed_type_are_those_of_the_open_one() =>
        Assert.Equal($"P:{Here}.Box`1.Content", DocumentationId.Of(typeof(Box<string>).GetProperty("Content")!));

    [Theory]
    [InlineData(nameof(Box<int>.Nothing), "Nothing")]
    [InlineData(nameof(Box<int>.Simple), "Simple(System.Int32,System.String)")]
    [InlineData(nameof(Box<int>.Lists), "Lists(System.Collections.Generic.IReadOnlyList{System.Nullable{System.Int32}},System.String[][])")]
    [InlineData(nameof(Box<int>.Open), "Open(`0,System.Collections.Generic.Dictionary{System.String,`0})")]
    [InlineData(nameof(Box<int>.Generic), "Generic``1(``0,`0)")]
    [InlineData(nameof(Box<int>.Reference), "Reference(System.Int32@)")]
    public void Methods_are_named_with_the_types_of_their_parameters(string method, string expected) =>
        Assert.Equal($"M:{Here}.Box`1.{expected}", DocumentationId.Of(typeof(Box<string>).GetMethod(method)!));

    [Fact]
    public void A_constructor_is_named_ctor() =>
        Assert.Equal($"M:{Here}.Box`1.#ctor(`0)", DocumentationId.Of(typeof(Box<int>).GetConstructors()[0]));

    private sealed class Box<T>(T content)
    {
        public T Content { get; } = content;

        public void Nothing() => _ = Content;

        public void Simple(int first, string second) => _ = (Content, first, second);

        public void Lists(IReadOnlyList<int?> list, string[][] array) => _ = (Content, list, array);

        public void Open(T value, Dictionary<string, T> values) => _ = (Content, value, values);

        public void Generic<TOther>(TOther other, T value) => _ = (Content, other, value);

        public void Reference(ref int value) => value = Content is null ? 0 : 1;
    }
}
