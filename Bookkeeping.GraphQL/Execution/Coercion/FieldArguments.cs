using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>The arguments of a planned field. Constants are coerced once; only what holds variables is coerced for each request.</summary>
/// <remarks>Source: GraphQL, September 2025, "Coercing Field Arguments".</remarks>
internal sealed class FieldArguments
{
    private static readonly IReadOnlyDictionary<string, object?> Empty = new OrderedDictionary<string, object?>();

    private readonly Field field;
    private readonly FieldNode node;
    private readonly IReadOnlyDictionary<string, object?>? constant;

    /// <summary>Prepares the arguments that a document gives to a field.</summary>
    public FieldArguments(Field field, FieldNode node)
    {
        this.field = field;
        this.node = node;
        if (field.Arguments.Count == 0) constant = Empty;
        else if (!node.Arguments.Any(a => LiteralInput.HasVariable(a.Value))) constant = TryCoerceConstant();
    }

    /// <summary>The coerced arguments by name: those given, and those with a default.</summary>
    /// <exception cref="FieldErrorException">A value does not fit its argument.</exception>
    public IReadOnlyDictionary<string, object?> For(VariableValues variables) => constant ?? Coerce(variables);

    // Constants were validated with the document; one that fails all the same does so as a field error of each request.
    private OrderedDictionary<string, object?>? TryCoerceConstant()
    {
        try
        {
            return Coerce(VariableValues.None);
        }
        catch (FieldErrorException)
        {
            return null;
        }
    }

    private OrderedDictionary<string, object?> Coerce(VariableValues variables)
    {
        var values = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in field.Arguments)
        {
            try
            {
                if (TryCoerce(definition, variables, out var value)) values.Add(definition.Name, value);
            }
            catch (InvalidInputException e)
            {
                throw Fail(definition, e.Message, e.Code, e.Node.Span.Location);
            }
        }

        return values;
    }

    private bool TryCoerce(InputValue definition, VariableValues variables, out object? value)
    {
        var literal = node.Arguments.FirstOrDefault(a => a.Name.Value == definition.Name)?.Value;
        if (literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _)) literal = null;
        if (literal is not null)
        {
            value = LiteralInput.Coerce(literal, definition.Type, variables);
            return true;
        }

        value = definition.DefaultValue is null ? null : LiteralInput.DefaultOf(definition);
        if (definition.IsRequired) throw Fail(definition, $"`{definition.Type}` must be given.", ErrorCodes.NonNullViolation, node.Span.Location);
        return definition.DefaultValue is not null;
    }

    private static FieldErrorException Fail(InputValue definition, string message, string code, Location location) =>
        new(new GraphQLError($"Argument `{definition.Name}`: {message}")
        {
            Locations = [location],
            Code = code,
            Extensions = new Dictionary<string, object?> { ["argument"] = definition.Name },
        });
}
