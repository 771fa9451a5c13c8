using System.Globalization;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>Turns the JSON of one variable into a value of its type, and lists all that does not fit.</summary>
/// <param name="variable">The variable's name, without the dollar sign.</param>
/// <param name="locations">Where the variable is declared.</param>
/// <param name="errors">Receives what does not fit.</param>
/// <param name="maxErrors">Stops when so many errors are listed.</param>
/// <param name="files">The files that stand in the place of nulls; null when there are none.</param>
/// <remarks>Source: GraphQL, September 2025, "Input Coercion" of each type. The JSON reader bounds the nesting.</remarks>
internal sealed class JsonInput(string variable, IReadOnlyList<Location> locations, List<GraphQLError> errors, int maxErrors, FilePlaces? files = null)
{
    // The place of the value at hand below the variable: field names and list indices.
    private readonly List<(string? Name, int Index)> place = [];

    /// <summary>The value; meaningless when an error was listed.</summary>
    public object? Coerce(JsonElement value, GraphType type)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (files?.Take(FilePlace()) is { } file) return CoerceFile(file, type);
            if (type.IsNonNull) Report($"`{type}` cannot be null.", ErrorCodes.NonNullViolation);
            return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list),
            InputObjectType input => CoerceObject(value, input),
            EnumType leaf => CoerceEnum(value, leaf),
            ScalarType leaf => CoerceScalar(value, leaf),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    private object? CoerceFile(UploadedFile file, GraphType type)
    {
        if (type.Nullable is ListType list) return new List<object?> { CoerceFile(file, list.OfType) };
        if (type.Nullable is ScalarType { Coercion: UploadCoercion }) return file;
        Report($"`{type}` takes no file.", ErrorCodes.InvalidValue);
        return null;
    }

    private List<object?> CoerceList(JsonElement value, ListType type)
    {
        // A single item stands for a list of one.
        if (value.ValueKind != JsonValueKind.Array) return [Coerce(value, type.OfType)];
        var items = new List<object?>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (errors.Count >= maxErrors) break;
            place.Add((null, items.Count));
            items.Add(Coerce(item, type.OfType));
            place.RemoveAt(place.Count - 1);
        }

        return items;
    }

    private OrderedDictionary<string, object?>? CoerceObject(JsonElement value, InputObjectType type)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report($"`{type.Name}` needs an object, found {Describe(value)}.", ErrorCodes.InvalidType);
            return null;
        }

        var given = KnownFields(value, type);
        var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        var order = InputFieldOrder.Of(type);
        given.Sort(order);
        foreach (var (definition, field) in given)
            if (errors.Count < maxErrors) CoerceField(definition, field, values);
        if (order.HasNoticedGaps) FillGaps(type, values);
        if (type.IsOneOf) CheckOneOf(type, given);
        return values;
    }

    private void CheckOneOf(InputObjectType type, List<(InputValue Definition, JsonElement Value)> given)
    {
        if (InputMessages.OneOfFault(type, given.Count) is { } fault)
        {
            Report(fault.Message, fault.Code);
            return;
        }

        var (definition, value) = given[0];
        if (value.ValueKind != JsonValueKind.Null) return;
        place.Add((definition.Name, 0));
        Report(InputMessages.OneOfNull(type), ErrorCodes.OneOfNull);
        place.RemoveAt(place.Count - 1);
    }

    /// <summary>The fields given. The JSON is gone through once: to search it for every field of the type would multiply what a client can make large.</summary>
    private List<(InputValue Definition, JsonElement Value)> KnownFields(JsonElement value, InputObjectType type)
    {
        var known = new List<(InputValue, JsonElement)>();
        foreach (var property in value.EnumerateObject())
            if (type.Fields.TryGet(property.Name, out var definition)) known.Add((definition, property.Value));
            else if (errors.Count < maxErrors) Report(InputMessages.UnknownField(type, property.Name), ErrorCodes.InvalidValue);
        return known;
    }

    private void CoerceField(InputValue definition, JsonElement value, OrderedDictionary<string, object?> values)
    {
        place.Add((definition.Name, 0));
        values[definition.Name] = Coerce(value, definition.Type);
        place.RemoveAt(place.Count - 1);
    }

    private void FillGaps(InputObjectType type, OrderedDictionary<string, object?> values)
    {
        var next = 0;
        foreach (var definition in type.Fields)
        {
            if (errors.Count >= maxErrors) return;
            if (values.ContainsKey(definition.Name)) next++;
            else if (definition.DefaultValue is not null) values.Insert(next++, definition.Name, LiteralInput.DefaultOf(definition));
            else if (definition.IsRequired) Report(InputMessages.MissingField(definition), ErrorCodes.NonNullViolation);
        }
    }

    private object? CoerceEnum(JsonElement value, EnumType type)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Report($"`{type.Name}` needs the name of one of its values as a string, found {Describe(value)}.", ErrorCodes.InvalidType);
            return null;
        }

        var name = value.GetString()!;
        if (type.Values.TryGet(name, out var found)) return found.Value;
        Report(InputMessages.UnknownEnumValue(type, name), ErrorCodes.InvalidValue);
        return null;
    }

    private object? CoerceScalar(JsonElement value, ScalarType type)
    {
        try
        {
            return type.Coercion.ParseVariable(value);
        }
        catch (InvalidScalarException e)
        {
            Report(e.Message, ErrorCodes.InvalidValue);
            return null;
        }
    }

    private void Report(string message, string code) =>
        errors.Add(new GraphQLError($"`{PlaceText()}`: {message}")
        {
            Locations = locations,
            Code = code,
            Extensions = new Dictionary<string, object?> { ["variable"] = variable, ["inputPath"] = InputPath() },
        });

    private string PlaceText()
    {
        var text = new StringBuilder("$").Append(variable);
        foreach (var (name, index) in place)
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append('.').Append(name);
        return text.ToString();
    }

    private string FilePlace() => string.Join('.', InputPath().Select(step => Convert.ToString(step, CultureInfo.InvariantCulture)));

    private List<object> InputPath() => [variable, .. place.Select(p => (object?)p.Name ?? p.Index)];

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a Boolean",
    };
}
