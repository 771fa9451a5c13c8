using System.Text.Json;
using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Types.Changes;

namespace Bookkeeping.Tests.Conformance;

public sealed partial class SchemaChangeTests
{
    private static readonly Lazy<SchemaFile> Schemas = new(() => new SchemaFile("schema-changes.json"));

    private static readonly Dictionary<SchemaChangeKind, string> Names = new()
    {
        [SchemaChangeKind.TypeRemoved] = "TYPE_REMOVED",
        [SchemaChangeKind.TypeKindChanged] = "TYPE_CHANGED_KIND",
        [SchemaChangeKind.FieldRemoved] = "FIELD_REMOVED",
        [SchemaChangeKind.FieldTypeChanged] = "FIELD_CHANGED_KIND",
        [SchemaChangeKind.RequiredInputFieldAdded] = "REQUIRED_INPUT_FIELD_ADDED",
        [SchemaChangeKind.ArgumentRemoved] = "ARG_REMOVED",
        [SchemaChangeKind.ArgumentTypeChanged] = "ARG_CHANGED_KIND",
        [SchemaChangeKind.RequiredArgumentAdded] = "REQUIRED_ARG_ADDED",
        [SchemaChangeKind.UnionMemberRemoved] = "TYPE_REMOVED_FROM_UNION",
        [SchemaChangeKind.EnumValueRemoved] = "VALUE_REMOVED_FROM_ENUM",
        [SchemaChangeKind.InterfaceRemoved] = "IMPLEMENTED_INTERFACE_REMOVED",
        [SchemaChangeKind.DirectiveRemoved] = "DIRECTIVE_REMOVED",
        [SchemaChangeKind.DirectiveArgumentRemoved] = "DIRECTIVE_ARG_REMOVED",
        [SchemaChangeKind.RequiredDirectiveArgumentAdded] = "REQUIRED_DIRECTIVE_ARG_ADDED",
        [SchemaChangeKind.DirectiveRepetitionRemoved] = "DIRECTIVE_REPEATABLE_REMOVED",
        [SchemaChangeKind.DirectiveLocationRemoved] = "DIRECTIVE_LOCATION_REMOVED",
        [SchemaChangeKind.EnumValueAdded] = "VALUE_ADDED_TO_ENUM",
        [SchemaChangeKind.UnionMemberAdded] = "TYPE_ADDED_TO_UNION",
        [SchemaChangeKind.InterfaceAdded] = "IMPLEMENTED_INTERFACE_ADDED",
        [SchemaChangeKind.OptionalArgumentAdded] = "OPTIONAL_ARG_ADDED",
        [SchemaChangeKind.OptionalInputFieldAdded] = "OPTIONAL_INPUT_FIELD_ADDED",
        [SchemaChangeKind.ArgumentDefaultChanged] = "ARG_DEFAULT_VALUE_CHANGE",
    };

    internal static CorpusCheck Changes { get; } = new("schema-changes.json", "changes between two schemas", test =>
    {
        var changes = SchemaComparison.Compare(Schemas.Value[test.Text("old")], Schemas.Value[test.Text("new")]);
        var found = changes.Where(change => change.IsBreaking == (test.Text("what") == "breaking")).ToList();
        foreach (var expected in test.GetProperty("expected").EnumerateArray())
            Assert.True(found.RemoveAll(change => IsMeant(change, expected)) == 1, $"{expected.Text("description")} Found: {string.Join(" ", changes)}");
        Assert.Empty(found);
    });

    [CorpusFact]
    public void Changes_are_those_that_the_reference_implementation_finds() => Changes.AssertMet();

    /// <summary>The kind is the same, and the description tells of the names that stand in the coordinate.</summary>
    private static bool IsMeant(SchemaChange change, JsonElement expected)
    {
        var told = Words().Matches(expected.Text("description")).Select(word => word.Value).ToHashSet();
        return Names[change.Kind] == expected.Text("type")
            && Words().Matches(change.Coordinate).All(name => told.Contains(name.Value))
            && Quoted().Matches(change.Description).SelectMany(quote => Words().Matches(quote.Value)).All(word => told.Contains(word.Value));
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Quoted();
}
