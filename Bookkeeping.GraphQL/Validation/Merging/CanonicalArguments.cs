using System.Text;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>Writes arguments so that two texts are equal exactly when the arguments are, whatever their order.</summary>
internal static class CanonicalArguments
{
    public static string Write(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count == 0) return "";
        var text = new StringBuilder();
        foreach (var argument in arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
            Write(text, argument.Name.Value, argument.Value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, ValueNode value)
    {
        text.Append(name).Append(':');
        Write(text, value);
        text.Append(',');
    }

    private static void Write(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            // The length keeps a string from posing as what stands behind it.
            case StringValueNode { Value: var it }: text.Append('"').Append(it.Length).Append('"').Append(it); break;
            case VariableNode variable: text.Append('$').Append(variable.Name.Value); break;
            case IntValueNode number: text.Append(number.Value); break;
            case FloatValueNode number: text.Append(number.Value); break;
            case BooleanValueNode truth: text.Append(truth.Value ? "true" : "false"); break;
            case EnumValueNode name: text.Append(name.Value); break;
            case ListValueNode list: WriteItems(text, list); break;
            case ObjectValueNode given: WriteFields(text, given); break;
            default: text.Append("null"); break;
        }
    }

    private static void WriteItems(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        foreach (var item in list.Items)
        {
            Write(text, item);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void WriteFields(StringBuilder text, ObjectValueNode given)
    {
        text.Append('{');
        foreach (var field in given.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
            Write(text, field.Name.Value, field.Value);
        text.Append('}');
    }
}
