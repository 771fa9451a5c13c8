using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>The input types whose fields are operators: <c>IntOperationFilterInput</c> and its like. Each is made when first needed.</summary>
/// <param name="builder">Registers the types.</param>
internal sealed class OperatorTypes(SchemaBuilder builder)
{
    private static readonly string[] TextOperators =
        ["eq", "neq", "contains", "ncontains", "in", "nin", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    private static readonly string[] OrderOperators = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    private static readonly string[] SetOperators = ["eq", "neq", "in", "nin"];

    private static readonly string[] TruthOperators = ["eq", "neq"];

    private readonly Dictionary<string, InputObjectType> types = new(StringComparer.Ordinal);

    /// <summary>The operators for values of a C# type.</summary>
    /// <param name="value">The leaf type of the values.</param>
    /// <param name="clrType">Their C# type, nullable or not.</param>
    public InputObjectType For(NamedType value, Type clrType)
    {
        var type = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (type.IsEnum) return ForEnum(value, isNullable: type != clrType);
        var operators = type == typeof(string) ? TextOperators
            : type == typeof(bool) ? TruthOperators
            : type == typeof(Uri) ? SetOperators
            : OrderOperators;
        return Made(
            $"{Stem(value.Name)}OperationFilterInput", OperatorDescriptions.OfValues(value.Name),
            input => Fill(input, operators, value, value), isText: operators == TextOperators);
    }

    /// <summary>The operators for global ids.</summary>
    public InputObjectType ForIds() => Made("IdOperationFilterInput", OperatorDescriptions.OfValues("global id"), input => Fill(input, SetOperators, BuiltInScalars.Id, BuiltInScalars.Id));

    /// <summary>The operators for a list whose items have a filter of their own.</summary>
    public InputObjectType ForList(string name, InputObjectType item) => Made(name, OperatorDescriptions.OfItems, input =>
    {
        foreach (var (operation, description) in OperatorDescriptions.OfLists)
        {
            var field = new InputValue(operation, operation == "any" ? BuiltInScalars.Boolean : item) { Description = description };
            if (operation == "any") field.AppliedDirectives.Add(Weight.Directive(Weight.Usual));
            input.Fields.Add(field);
        }
    });

    private InputObjectType ForEnum(NamedType value, bool isNullable) => Made(
        $"{(isNullable ? "NullableOf" : "")}{value.Name}OperationFilterInput", OperatorDescriptions.OfValues(value.Name),
        input => Fill(input, SetOperators, value, isNullable ? value : new NonNullType(value)));

    private InputObjectType Made(string name, string description, Action<InputObjectType> fill, bool isText = false)
    {
        if (types.TryGetValue(name, out var known)) return known;
        var input = new InputObjectType(name) { Description = description };
        types.Add(name, input);
        builder.AddType(input);
        if (isText) AddLogic(input);
        fill(input);
        return input;
    }

    private static void AddLogic(InputObjectType input)
    {
        var several = new ListType(new NonNullType(input));
        input.Fields.Add(new InputValue("and", several) { Description = OperatorDescriptions.And });
        input.Fields.Add(new InputValue("or", several) { Description = OperatorDescriptions.Or });
    }

    private static void Fill(InputObjectType input, string[] operators, NamedType value, GraphType listItem)
    {
        foreach (var name in operators)
            input.Fields.Add(new InputValue(name, name is "in" or "nin" ? new ListType(listItem) : value)
            {
                Description = OperatorDescriptions.Of[name],
                AppliedDirectives = { Weight.Directive(WeightOf(name)) },
            });
    }

    private static double WeightOf(string operation) =>
        operation is "contains" or "ncontains" or "startsWith" or "nstartsWith" or "endsWith" or "nendsWith" ? Weight.TextSearch : Weight.Usual;

    // UUID and URL are words in a type's name, as ID is.
    private static string Stem(string scalar) => scalar.All(char.IsUpper) ? scalar[0] + scalar[1..].ToLowerInvariant() : scalar;
}
