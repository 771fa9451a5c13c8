using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The variables an operation declares, ready to coerce what requests give for them.</summary>
/// <remarks>Source: GraphQL, September 2025, "Coercing Variable Values".</remarks>
internal sealed class OperationVariables(Schema schema, OperationDefinitionNode operation)
{
    private const int FewSearches = 8;

    private readonly Declared[] declared = [.. operation.VariableDefinitions.Select(node => new Declared(node, TypeOf(schema, node.Type)))];

    /// <summary>One entry for each variable that was given or has a default. Linear in the size of the variables.</summary>
    /// <exception cref="RequestErrorException">A value does not fit its type, or a non-null variable is missing; all are listed, up to <paramref name="maxErrors"/>.</exception>
    public VariableValues Coerce(JsonElement given, int maxErrors, IReadOnlyDictionary<string, UploadedFile>? files = null)
    {
        if (given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
            throw new RequestErrorException(new GraphQLError("The variables must be a JSON object.") { Code = ErrorCodes.InvalidRequest });
        if (declared.Length == 0 && files is null) return VariableValues.None;

        var errors = new List<GraphQLError>();
        var places = files is null ? null : new FilePlaces(files);
        var values = new Dictionary<string, object?>(declared.Length, StringComparer.Ordinal);
        var search = Search(given);
        foreach (var variable in declared)
            if (errors.Count < maxErrors) Coerce(variable, search(variable.Name), values, errors, maxErrors, places);
        if (errors.Count == 0 && places?.FirstLeft() is { } place) errors.Add(Undeclared(place));
        return errors.Count == 0 ? new VariableValues(values) : throw new RequestErrorException(errors);
    }

    /// <summary>Finds what is given for a variable. A search costs as much as there is given, so many of them go through it once and remember.</summary>
    private Func<string, JsonElement?> Search(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) return _ => null;
        if (declared.Length <= FewSearches) return name => given.TryGetProperty(name, out var value) ? value : null;
        var byName = declared.ToDictionary(v => v.Name, _ => (JsonElement?)null, StringComparer.Ordinal);
        foreach (var property in given.EnumerateObject())
            if (byName.ContainsKey(property.Name)) byName[property.Name] = property.Value;
        return name => byName[name];
    }

    private static void Coerce(Declared variable, JsonElement? given, Dictionary<string, object?> values, List<GraphQLError> errors, int maxErrors, FilePlaces? files)
    {
        if (given is { } value)
            values[variable.Name] = new JsonInput(variable.Name, [variable.Location], errors, maxErrors, files).Coerce(value, variable.Type);
        else if (variable.Node.DefaultValue is { } literal)
            values[variable.Name] = CoerceDefault(variable, literal, errors);
        else if (variable.Type.IsNonNull)
            errors.Add(Error(variable, $"The variable `${variable.Name}` of type `{variable.Type}` must be given.", ErrorCodes.NonNullViolation));
    }

    private static object? CoerceDefault(Declared variable, ValueNode literal, List<GraphQLError> errors)
    {
        try
        {
            return LiteralInput.Coerce(literal, variable.Type, VariableValues.None);
        }
        catch (InvalidInputException e)
        {
            errors.Add(Error(variable, $"The default of `${variable.Name}` is wrong: {e.Message}", e.Code));
            return null;
        }
    }

    private static GraphQLError Undeclared(string place) => new($"A file is sent for `variables.{place}`, where no declared variable takes one.")
    {
        Code = ErrorCodes.FileVariableNotFound,
    };

    private static GraphQLError Error(Declared variable, string message, string code) => new(message)
    {
        Locations = [variable.Location],
        Code = code,
        Extensions = new Dictionary<string, object?> { ["variable"] = variable.Name },
    };

    private static GraphType TypeOf(Schema schema, TypeNode node) =>
        schema.Resolve(node) is { IsInput: true } type ? type : throw new InvalidOperationException("A valid document declares variables of input types only.");

    private sealed record Declared(VariableDefinitionNode Node, GraphType Type)
    {
        public string Name => Node.Variable.Name.Value;

        public Location Location => Node.Span.Location;
    }
}
