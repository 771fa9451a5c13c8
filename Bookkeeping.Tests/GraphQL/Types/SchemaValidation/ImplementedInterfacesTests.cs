using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class ImplementedInterfacesTests
{
    private const string Base = " interface Node { id: ID } interface Named implements Node { id: ID name: String }";

    [Fact]
    public void A_type_names_every_interface_it_implements() =>
        SchemaAssert.Valid("type Run implements Named & Node { id: ID name: String }" + Base);

    [Fact]
    public void Interfaces_of_interfaces_are_named_too() => SchemaAssert.Invalid(
        "`Run` must implement `Node` too, which `Named` implements.", "1:104 1:21", "type Run implements Named { id: ID name: String }" + Base);

    [Fact]
    public void An_interface_is_named_once() => SchemaAssert.Invalid(
        "`Run` implements `Node` more than once.", "1:21 1:28", "type Run implements Node & Node { id: ID }" + Base);

    [Fact]
    public void Only_interfaces_are_implemented() => SchemaAssert.Invalid(
        "`Run` cannot implement `Other`: it is no interface.", "1:21", "type Run implements Other { id: ID } type Other { id: ID }");

    [Fact]
    public void An_interface_does_not_implement_itself() => SchemaAssert.Invalid(
        "`Node` cannot implement itself.", "1:27", "interface Node implements Node { id: ID }");

    [Fact]
    public void Interfaces_do_not_implement_each_other()
    {
        var errors = SchemaValidator.Validate(SdlSchemaBuilder.Build(
            "type Query { a: Int } interface Node implements Named { id: ID } interface Named implements Node { id: ID }"));
        Assert.Equal(
            ["`Named` cannot implement `Node`, which implements `Named`.", "`Node` cannot implement `Named`, which implements `Node`."],
            errors.Select(error => error.Message).Order(StringComparer.Ordinal));
    }
}
