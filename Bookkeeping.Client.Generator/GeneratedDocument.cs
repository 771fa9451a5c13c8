using System.Security.Cryptography;
using System.Text;
using Bookkeeping.Client.Generator.Configuration;
using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.Client.Generator.Documents;
using Bookkeeping.Client.Generator.Shapes;
using Bookkeeping.Client.Generator.Writing;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator;

/// <summary>What became of one document. Compared by value.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Source">The C#; null when the document is wrong.</param>
/// <param name="Operations">Its operations.</param>
/// <param name="LeafTypes">The enums and input objects that it uses, those used by these included.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record GeneratedDocument(
    string HintName, string? Source, EquatableArray<ClientOperation> Operations, EquatableArray<string> LeafTypes, EquatableArray<Finding> Findings)
{
    /// <summary>Checks a document and writes its code.</summary>
    public static GeneratedDocument Make(
        ClientConfiguration configuration, Schema schema, ParsedDocument own, IReadOnlyList<FragmentSource> fragments, IReadOnlyCollection<string> usedFragments)
    {
        var hintName = HintNameOf(configuration, own.File.Path);
        if (own.Syntax is null) return new(hintName, null, default, default, own.Findings);
        var document = CompleteDocument.Make(own, fragments);
        var (findings, isSound) = DocumentCheck.Check(schema, own, document, usedFragments);
        if (!isSound) return new(hintName, null, default, default, new(findings));
        return new DocumentCode(configuration, schema, document).Write(hintName, findings);
    }

    private static string HintNameOf(ClientConfiguration configuration, string path)
    {
        var folder = Glob.Folder(configuration.Path) + "/";
        var name = path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : path.Substring(path.LastIndexOf('/') + 1);
        return string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '.')) + ".g.cs";
    }
}

/// <summary>Writes the code of one document that is right.</summary>
internal sealed class DocumentCode
{
    private readonly ClientConfiguration configuration;
    private readonly Schema schema;
    private readonly CompleteDocument document;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly TypeNames typeNames;
    private readonly Scalars scalars;
    private readonly HashSet<string> leafTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknownScalars = new(StringComparer.Ordinal);

    public DocumentCode(ClientConfiguration configuration, Schema schema, CompleteDocument document)
    {
        this.configuration = configuration;
        this.schema = schema;
        this.document = document;
        fragments = document.Syntax.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);
        typeNames = new TypeNames(schema);
        scalars = new Scalars(configuration.Scalars);
    }

    /// <summary>Writes it all.</summary>
    public GeneratedDocument Write(string hintName, IReadOnlyList<Finding> findings)
    {
        var code = CodeWriter.File(configuration.Namespace);
        var types = new CSharpTypes(scalars, configuration.Namespace);
        var shapes = new ShapeMaker(schema, fragments);
        var operations = new List<ClientOperation>();
        foreach (var definition in document.Syntax.Definitions.Take(document.OwnDefinitions))
        {
            if (definition is OperationDefinitionNode node)
            {
                var operation = Operation(node, shapes);
                operations.Add(new(operation.Name, operation.Class));
                new OperationWriter(code, types, configuration.Access).Write(operation);
                new ShapeWriter(code, types, configuration.Access).Records(operation.Result);
                Use(operation.Result);
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                var shape = shapes.OfFragment(fragment.Name.Value);
                new ShapeWriter(code, types, configuration.Access).Interfaces(shape);
                Use(shape);
            }
        }

        var unknown = unknownScalars.OrderBy(name => name, StringComparer.Ordinal).Select(name => new Finding(Rules.ScalarUnknown.Id, configuration.Path, 0, 0, default, name));
        return new(hintName, code.ToString(), new(operations), new(leafTypes.OrderBy(name => name, StringComparer.Ordinal)), new([.. findings, .. unknown]));
    }

    private OperationCode Operation(OperationDefinitionNode node, ShapeMaker shapes)
    {
        var definitions = new List<DefinitionNode> { typeNames.AddTo(node) };
        definitions.AddRange(Spreads.Reached(node, fragments).Select(typeNames.AddTo));
        var text = Printer.Print(new DocumentNode { Definitions = definitions });
        var properties = new Names.Unique([]);
        List<InputProperty> variables = [.. node.VariableDefinitions.Select(variable => Variable(variable, properties))];
        var result = shapes.OfOperation(node);
        return new(node, text, Hash(text), variables, result, ReadTypes(result));
    }

    private InputProperty Variable(VariableDefinitionNode variable, Names.Unique properties)
    {
        var type = schema.Resolve(variable.Type)!;
        Use(type.Named);
        var name = variable.Variable.Name.Value;
        return new(name, properties.Take(Names.Pascal(name)), type, type.IsNonNull && variable.DefaultValue is null, variable.Description?.Value, null);
    }

    private List<string> ReadTypes(Shape result) =>
        [.. result.All().SelectMany(shape => schema.PossibleTypes(shape.Type)).Select(type => type.Name).Where(name => name != schema.QueryType?.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private void Use(Shape shape)
    {
        foreach (var field in shape.All().SelectMany(part => part.Fields)) Use(field.Field.Type.Named);
    }

    private void Use(NamedType type)
    {
        switch (type)
        {
            case ScalarType scalar when !scalars.IsKnown(scalar.Name): unknownScalars.Add(scalar.Name); break;
            case EnumType: leafTypes.Add(type.Name); break;
            case InputObjectType input when leafTypes.Add(input.Name):
                foreach (var field in input.Fields) Use(field.Type.Named);
                break;
        }
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
