using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A literal is one of the type expected where it stands.</summary>
/// <remarks>Source: GraphQL, September 2025, "Values of Correct Type".</remarks>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context, "Values-of-Correct-Type")
{
    public override void EnterValue(ValueNode value)
    {
        if (Context.Input.Type is not { } type || value is VariableNode) return;
        if (value is NullValueNode)
        {
            if (type.IsNonNull) Report(type, value, $"A value of type `{type}` cannot be null.");
            return;
        }

        var expected = type.Nullable;
        while (expected is ListType list)
        {
            // The items of a list are values of their own; a single value stands for a list of one.
            if (value is ListValueNode) return;
            expected = list.OfType.Nullable;
        }

        Check(expected.Named, value);
    }

    private void Check(NamedType expected, ValueNode value)
    {
        if (expected is EnumType choice) CheckEnum(choice, value);
        else if (expected is ScalarType scalar) CheckScalar(scalar, value);
        else if (value is not ObjectValueNode given)
            Report(
                expected,
                value,
                $"A value of type `{expected}` is written as an input object, `{{ ... }}`.");
        else if (expected is InputObjectType { IsOneOf: true }) CheckOneOf(expected, given);
    }

    private void CheckEnum(EnumType expected, ValueNode value)
    {
        if (value is EnumValueNode { Value: var name })
        {
            if (!expected.Values.Contains(name))
                Report(expected, value, $"The enum `{expected}` has no value `{name}`.{Suggest(expected, name)}");
            return;
        }

        var suggestion = value is StringValueNode { Value: var text } ? Suggest(expected, text) : "";
        Report(expected, value, $"A value of the enum `{expected}` is written as a bare name.{suggestion}");
    }

    private static string Suggest(EnumType expected, string name) =>
        Suggestions.DidYouMean(name, expected.Values.Select(value => value.Name));

    private void CheckScalar(ScalarType expected, ValueNode value)
    {
        try
        {
            expected.Coercion.ParseLiteral(ConstantLiteral.WithoutVariables(value));
        }
        catch (InvalidScalarException reason)
        {
            Report(expected, value, reason.Message);
        }
    }

    private void CheckOneOf(NamedType expected, ObjectValueNode value)
    {
        if (value.Fields.Count != 1)
            Report(expected, value, $"The input `{expected}` takes exactly one of its fields, not {value.Fields.Count}.");
        else if (value.Fields[0].Value is NullValueNode)
            Report(
                expected,
                value,
                $"The field `{value.Fields[0].Name.Value}` of the input `{expected}` cannot be null: exactly one field must have a value.");
    }

    private void Report(GraphType expected, ValueNode value, string message) => Report(message, value, ("type", expected.ToString()));
}
