namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class SyntaxErrorTests
{
    private const string Definition = "Expected an operation, a fragment, a definition or an extension of types, but found ";

    [Theory]
    [InlineData("", 1, 1, Definition + "the end of the document.")]
    [InlineData("# only this\n", 2, 1, Definition + "the end of the document.")]
    [InlineData("qeury Runs { runs }", 1, 1, Definition + "the name `qeury`. Did you mean `query`?")]
    [InlineData("{ a } fragmnet F on T { a }", 1, 7, Definition + "the name `fragmnet`. Did you mean `fragment`?")]
    [InlineData("typ A { b: C }", 1, 1, Definition + "the name `typ`. Did you mean `type`?")]
    [InlineData("runs { id }", 1, 1, Definition + "the name `runs`.")]
    [InlineData("{ a } }", 1, 7, Definition + "`}`.")]
    [InlineData("12", 1, 1, Definition + "the number 12.")]
    [InlineData("\"d\" 1.5", 1, 5, "Expected an operation, a fragment or a definition behind its description, but found the number 1.5.")]
    [InlineData("\"d\" \"e\"", 1, 5, "Expected an operation, a fragment or a definition behind its description, but found a string.")]
    [InlineData("\"d\" { a }", 1, 1, "A description cannot stand before an operation without a keyword.")]
    [InlineData("\n \"d\" extend type A @b", 2, 2, "A description cannot stand before an extension.")]
    public void What_begins_no_definition_is_named(string source, int line, int column, string message) =>
        SyntaxAssert.Refused(source, line, column, message);

    [Theory]
    [InlineData("{ }", 1, 3, "Expected a field or `...`, but found `}`.")]
    [InlineData("{ a { } }", 1, 7, "Expected a field or `...`, but found `}`.")]
    [InlineData("{ a", 1, 4, "Expected `}` to close the `{` of line 1, column 1, but found the end of the document.")]
    [InlineData("{\n a {\n  b\n}", 4, 2, "Expected `}` to close the `{` of line 1, column 1, but found the end of the document.")]
    [InlineData("{ a() }", 1, 5, "Expected the name of an argument, but found `)`.")]
    [InlineData("{ a(b) }", 1, 6, "Expected `:`, but found `)`.")]
    [InlineData("{ a(b: ) }", 1, 8, "Expected a value, but found `)`.")]
    [InlineData("{ a(b: 1", 1, 9, "Expected `)` to close the `(` of line 1, column 4, but found the end of the document.")]
    [InlineData("{ a(b: [1", 1, 10, "Expected `]` to close the `[` of line 1, column 8, but found the end of the document.")]
    [InlineData("{ a(b: {c: 1", 1, 13, "Expected `}` to close the `{` of line 1, column 8, but found the end of the document.")]
    [InlineData("{ a(b: {1}) }", 1, 9, "Expected the name of an input field or `}`, but found the number 1.")]
    [InlineData("{ a: }", 1, 6, "Expected the name of the field behind its alias, but found `}`.")]
    [InlineData("{ a @ }", 1, 7, "Expected the name of a directive, but found `}`.")]
    [InlineData("{ a(b: $) }", 1, 9, "Expected the name of a variable, but found `)`.")]
    [InlineData("{ ...on }", 1, 9, "Expected the name of a type, but found `}`.")]
    [InlineData("{ ...on T }", 1, 11, "Expected `{`, but found `}`.")]
    [InlineData("{ ... }", 1, 7, "Expected `{`, but found `}`.")]
    [InlineData("query Q", 1, 8, "Expected `{`, but found the end of the document.")]
    [InlineData("query Q() { a }", 1, 9, "Expected `$`, but found `)`.")]
    [InlineData("query Q($a) { a }", 1, 11, "Expected `:`, but found `)`.")]
    [InlineData("query Q($a: [T) { a }", 1, 15, "Expected `]`, but found `)`.")]
    [InlineData("query Q($a: T!!) { a }", 1, 15, "Expected `$`, but found `!`.")]
    [InlineData("query Q($a: T = $b) { a }", 1, 17, "Expected a value without variables, but found `$`.")]
    [InlineData("query Q($a: T @d(e: $b)) { a }", 1, 21, "Expected a value without variables, but found `$`.")]
    [InlineData("fragment on on T { a }", 1, 10, "Expected the name of a fragment, which cannot be `on`, but found the name `on`.")]
    [InlineData("fragment F no T { a }", 1, 12, "Expected `on`, but found the name `no`. Did you mean `on`?")]
    [InlineData("fragment F($a: T) on T { a }", 1, 11, "Expected `on`, but found `(`.")]
    public void What_an_operation_cannot_go_on_with_is_named(string source, int line, int column, string message) =>
        SyntaxAssert.Refused(source, line, column, message);

    [Theory]
    [InlineData("type A { }", 1, 10, "Expected the name of a field, but found `}`.")]
    [InlineData("type A { b }", 1, 12, "Expected `:`, but found `}`.")]
    [InlineData("type A { b(): C }", 1, 12, "Expected the name of an argument, but found `)`.")]
    [InlineData("type A implements { b: C }", 1, 19, "Expected the name of a type, but found `{`.")]
    [InlineData("type A implements B C { d: E }", 1, 21, Definition + "the name `C`.")]
    [InlineData("union A = ", 1, 11, "Expected the name of a type, but found the end of the document.")]
    [InlineData("union A = B | | C", 1, 15, "Expected the name of a type, but found `|`.")]
    [InlineData("enum A { }", 1, 10, "Expected the name of an enum value, but found `}`.")]
    [InlineData("enum A { B true }", 1, 12, "Expected the name of an enum value, which cannot be `true`, `false` or `null`, but found the name `true`.")]
    [InlineData("input A { }", 1, 11, "Expected the name of an input field, but found `}`.")]
    [InlineData("input A { b(c: D): E }", 1, 12, "Expected `:`, but found `(`.")]
    [InlineData("input A { b: C = $d }", 1, 18, "Expected a value without variables, but found `$`.")]
    [InlineData("schema { }", 1, 10, "Expected `query`, `mutation` or `subscription`, but found `}`.")]
    [InlineData("schema", 1, 7, "Expected `{`, but found the end of the document.")]
    [InlineData("schema { qurey: Q }", 1, 10, "Expected `query`, `mutation` or `subscription`, but found the name `qurey`. Did you mean `query`?")]
    [InlineData("directive a on FIELD", 1, 11, "Expected `@`, but found the name `a`.")]
    [InlineData("directive @a FIELD", 1, 14, "Expected `repeatable` or `on`, but found the name `FIELD`.")]
    [InlineData("directive @a repeatabel on FIELD", 1, 14, "Expected `repeatable` or `on`, but found the name `repeatabel`. Did you mean `repeatable`?")]
    [InlineData("directive @a repeatable FIELD", 1, 25, "Expected `on`, but found the name `FIELD`.")]
    [InlineData("directive @a on FEILD", 1, 17, "Expected a place where directives stand, as FIELD or OBJECT, but found the name `FEILD`. Did you mean `FIELD`?")]
    [InlineData("extend tpye A @b", 1, 8, "Expected what to extend: `schema` or a kind of type, but found the name `tpye`. Did you mean `type`?")]
    [InlineData("extend directive @a on FIELD", 1, 8, "Expected what to extend: `schema` or a kind of type, but found the name `directive`.")]
    [InlineData("extend scalar A", 1, 16, "Expected directives, but found the end of the document.")]
    [InlineData("extend type A", 1, 14, "Expected `implements`, directives or fields, but found the end of the document.")]
    [InlineData("extend union A", 1, 15, "Expected directives or `=` and member types, but found the end of the document.")]
    [InlineData("extend enum A", 1, 14, "Expected directives or values in braces, but found the end of the document.")]
    [InlineData("extend input A", 1, 15, "Expected directives or input fields in braces, but found the end of the document.")]
    [InlineData("extend schema", 1, 14, "Expected directives or root types in braces, but found the end of the document.")]
    public void What_a_definition_cannot_go_on_with_is_named(string source, int line, int column, string message) =>
        SyntaxAssert.Refused(source, line, column, message);

    [Fact]
    public void A_long_word_is_not_repeated_whole() =>
        SyntaxAssert.Refused(new string('x', 1000), 1, 1, Definition + $"the name `{new string('x', 40)}…`.");
}
