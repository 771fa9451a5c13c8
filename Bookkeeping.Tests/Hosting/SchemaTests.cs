using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Hosting;

/// <summary>The contract: schema.graphql is what the server prints, and explains all it offers.</summary>
public sealed class SchemaTests
{
    private static readonly Schema Schema = BookkeepingSchema.Describe();

    [Fact]
    public void Schema_graphql_is_what_the_server_prints() =>
        Snapshot.Match(SchemaPrinter.Print(Schema), Path.Combine(Snapshot.RepositoryRoot, "schema.graphql"));

    [Fact]
    public async Task The_command_writes_the_same_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, await SchemaExport.RunAsync(["--output", file], TextWriter.Null, TextWriter.Null));
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Snapshot.RepositoryRoot, "schema.graphql")), await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Every_type_has_a_description() => Assert.Empty(OurTypes().Where(t => string.IsNullOrWhiteSpace(t.Description)).Select(t => t.Name));

    [Fact]
    public void Every_field_has_a_description() => Assert.Empty(
        from type in OurTypes().OfType<FieldsType>()
        from field in type.Fields
        where string.IsNullOrWhiteSpace(field.Description)
        select $"{type.Name}.{field.Name}");

    [Fact]
    public void Every_input_field_has_a_description() => Assert.Empty(
        from type in OurTypes().OfType<InputObjectType>()
        from field in type.Fields
        where string.IsNullOrWhiteSpace(field.Description)
        select $"{type.Name}.{field.Name}");

    [Fact]
    public void Every_enum_value_has_a_description() => Assert.Empty(
        from type in OurTypes().OfType<EnumType>()
        from value in type.Values
        where string.IsNullOrWhiteSpace(value.Description)
        select $"{type.Name}.{value.Name}");

    // What the arguments of lists mean is the same everywhere and stands in the description of their types; HotChocolate has none on them either.
    [Fact]
    public void Every_other_argument_has_a_description() => Assert.Empty(
        from field in Schema.QueryType!.Fields
        from argument in field.Arguments
        where argument.Name is not ("first" or "after" or "last" or "before" or "where" or "order")
        where string.IsNullOrWhiteSpace(argument.Description)
        select $"{field.Name}({argument.Name})");

    [Theory]
    [InlineData("Run"), InlineData("Fill"), InlineData("Environment"), InlineData("Detector"), InlineData("LogEntry"), InlineData("Tag"), InlineData("User")]
    [InlineData("Attachment"), InlineData("RunDetector"), InlineData("EndOfRunReason"), InlineData("EnvironmentStatusChange"), InlineData("LhcPeriod")]
    [InlineData("RunType"), InlineData("FlpRole"), InlineData("TriggerCounters"), InlineData("FillStatistics")]
    public void The_graph_has_the_type(string name) => Assert.IsType<ObjectType>(Schema.FindType(name));

    private static IEnumerable<NamedType> OurTypes() =>
        Schema.Types.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t.Name is not ("Int" or "Float" or "String" or "Boolean" or "ID"));
}
