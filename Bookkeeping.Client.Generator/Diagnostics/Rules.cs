using Microsoft.CodeAnalysis;

namespace Bookkeeping.Client.Generator.Diagnostics;

/// <summary>All that can be wrong. An id is never given to another rule.</summary>
internal static class Rules
{
    public static readonly Rule ConfigurationInvalid = Error("BKG0001", "The configuration of a client is invalid", "The configuration is invalid: {0}");
    public static readonly Rule ConfigurationKeyUnknown = Warning("BKG0002", "A key of the configuration is unknown", "The key \"{0}\" is unknown and has no effect");
    public static readonly Rule SchemaMissing = Error(
        "BKG0003", "The schema is missing", "The schema {0} is not among the project's additional files: add <AdditionalFiles Include=\"...\" /> for it, or correct \"schema\"");
    public static readonly Rule TwoConfigurations = Error("BKG0004", "A project has one client", "A project has one client, and {0} configures it already");
    public static readonly Rule ScalarUnknown = Warning(
        "BKG0005", "A scalar has no C# type", "The scalar {0} has no C# type and is a JsonElement: name one under \"scalars\" of the configuration");
    public static readonly Rule SchemaSyntax = Error("BKG0006", "The schema is not GraphQL");
    public static readonly Rule SchemaInvalid = Error("BKG0007", "The schema is invalid");
    public static readonly Rule DocumentSyntax = Error("BKG1000", "The document is not GraphQL");
    public static readonly Rule NameMissing = Error("BKG1100", "An operation needs a name", "An operation needs a name: its method is called after it{0}");
    public static readonly Rule NameTwice = Error("BKG1101", "A name is given twice", "{0}");

    // By the names of the server's rules, in the order of its rule set; new ones go to the end.
    private static readonly string[] OfDocuments =
    [
        "FieldSelections", "LeafFieldSelections", "ArgumentNames", "ArgumentUniqueness", "RequiredArguments", "FragmentNameUniqueness", "FragmentSpreadTypeExistence",
        "FragmentsOnCompositeTypes", "FragmentSpreadTargetDefined", "FragmentSpreadIsPossible", "ValuesOfCorrectType", "InputObjectFieldNames", "InputObjectFieldUniqueness",
        "InputObjectRequiredFields", "DirectivesAreDefined", "DirectivesAreInValidLocations", "DirectivesAreUniquePerLocation", "PartsOnRootFields", "PartLabels",
        "StreamsOnLists", "VariableUniqueness", "VariablesAreInputTypes", "AllVariableUsesDefined", "AllVariablesUsed", "AllVariableUsagesAreAllowed", "FragmentsMustBeUsed",
        "FragmentSpreadsMustNotFormCycles", "FieldSelectionMerging", "IntrospectionAllowed", "SelectionDepth", "AliasCount", "OperationCount", "ExecutableDefinitions",
        "OperationTypeExistence", "OperationNameUniqueness", "LoneAnonymousOperation", "SingleRootField",
        "IntrospectionSize",
    ];

    private static readonly Dictionary<string, Rule> ByServerRule = OfDocuments
        .Select((name, i) => (Name: name, Rule: new Rule($"BKG{1001 + i}", $"Documents must fit the schema: {name}", Severity(name))))
        .ToDictionary(entry => entry.Name, entry => entry.Rule);

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ConfigurationInvalid, ConfigurationKeyUnknown, SchemaMissing, TwoConfigurations, ScalarUnknown, SchemaSyntax, SchemaInvalid, DocumentSyntax,
        .. ByServerRule.Values, NameMissing, NameTwice,
    ];

    private static readonly Dictionary<string, Rule> ById = All.ToDictionary(rule => rule.Id);

    /// <summary>The rule of an id.</summary>
    public static Rule Find(string id) => ById[id];

    /// <summary>The rule that stands for one of the server's.</summary>
    public static Rule OfServer(string name) => ByServerRule[name];

    // A fragment that nothing uses is not sent: it harms nobody, and is perhaps about to be used.
    private static DiagnosticSeverity Severity(string serverRule) => serverRule == "FragmentsMustBeUsed" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

    private static Rule Error(string id, string title, string format = "{0}") => new(id, title, DiagnosticSeverity.Error, format);

    private static Rule Warning(string id, string title, string format = "{0}") => new(id, title, DiagnosticSeverity.Warning, format);
}
