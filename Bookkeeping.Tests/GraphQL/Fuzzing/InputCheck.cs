using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>Whether coerced arguments are what a resolver was promised.</summary>
/// <remarks>Source: GraphQL, September 2025, "Coercing Field Arguments" and "Input Coercion" of each type. Written apart from the library.</remarks>
internal static class InputCheck
{
    /// <summary>What is wrong with the arguments of a field.</summary>
    public static IEnumerable<string> ProblemsOf(Field field, IReadOnlyDictionary<string, object?> arguments) =>
        ProblemsOf(field.Name, field.Arguments, arguments);

    private static IEnumerable<string> ProblemsOf(string place, IReadOnlyList<InputValue> declared, IReadOnlyDictionary<string, object?> given)
    {
        foreach (var name in given.Keys.Except(declared.Select(d => d.Name))) yield return $"{place} has no {name}";
        foreach (var input in declared)
        {
            if (given.TryGetValue(input.Name, out var value))
                foreach (var problem in ProblemsOf($"{place}.{input.Name}", input.Type, value)) yield return problem;
            else if (input.Type.IsNonNull || input.DefaultValue is not null)
                yield return $"{place}.{input.Name} is missing";
        }
    }

    private static IEnumerable<string> ProblemsOf(string place, GraphType type, object? value) => (type, value) switch
    {
        (NonNullType, null) => [$"{place} is null"],
        (_, null) => [],
        (NonNullType nonNull, _) => ProblemsOf(place, nonNull.OfType, value),
        (ListType list, IReadOnlyList<object?> items) => items.SelectMany((item, i) => ProblemsOf($"{place}[{i}]", list.OfType, item)),
        (InputObjectType input, IReadOnlyDictionary<string, object?> fields) => OneOf(place, input, fields).Concat(ProblemsOf(place, input.Fields, fields)),
        (EnumType e, string name) when e.Values.Contains(name) => [],
        (ScalarType { Name: "Int" }, int) or (ScalarType { Name: "Float" }, double) or (ScalarType { Name: "Boolean" }, bool) => [],
        (ScalarType { Name: "String" or "ID" }, string) or (ScalarType { Name: "Blob" }, _) => [],
        _ => [$"{place} of {type} is {value} ({value.GetType()})"],
    };

    private static IEnumerable<string> OneOf(string place, InputObjectType input, IReadOnlyDictionary<string, object?> fields) =>
        input.IsOneOf && (fields.Count != 1 || fields.Values.Single() is null) ? [$"{place} is not one of its fields"] : [];
}
