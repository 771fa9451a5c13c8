using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>One argument of a planned field, given or not.</summary>
internal sealed class FieldArgument
{
    private readonly InputValue definition;
    private readonly FieldNode field;
    private readonly ValueNode? literal;
    private readonly bool isPresent;
    private readonly object? constant;

    /// <summary>Prepares an argument, and coerces it if it is constant.</summary>
    public FieldArgument(InputValue definition, FieldNode field)
    {
        this.definition = definition;
        this.field = field;
        literal = field.Arguments.FirstOrDefault(a => a.Name.Value == definition.Name)?.Value;
        if (literal is not null && LiteralInput.HasVariable(literal)) return;
        try
        {
            isPresent = TryCoerce(VariableValues.None, out constant);
            IsConstant = true;
        }
        catch (FieldErrorException)
        {
            // Constants were validated with the document; one that fails all the same does so as an error of its field, in each request.
        }
    }

    /// <summary>The argument's name.</summary>
    public string Name => definition.Name;

    /// <summary>Whether it is the same for every request.</summary>
    public bool IsConstant { get; }

    /// <summary>The value; false when it was not given and has no default.</summary>
    /// <exception cref="FieldErrorException">The value does not fit the argument.</exception>
    public bool TryGet(VariableValues variables, out object? value)
    {
        value = constant;
        return IsConstant ? isPresent : TryCoerce(variables, out value);
    }

    private bool TryCoerce(VariableValues variables, out object? value)
    {
        var isAbsent = literal is null || (literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _));
        if (isAbsent) return TryDefault(out value);
        try
        {
            value = LiteralInput.Coerce(literal!, definition.Type, variables);
            return true;
        }
        catch (InvalidInputException e)
        {
            throw Fail(e.Message, e.Code, e.Node.Span.Location);
        }
    }

    private bool TryDefault(out object? value)
    {
        if (definition.IsRequired) throw Fail($"`{definition.Type}` must be given.", ErrorCodes.NonNullViolation, field.Span.Location);
        value = definition.DefaultValue is null ? null : LiteralInput.DefaultOf(definition);
        return definition.DefaultValue is not null;
    }

    private FieldErrorException Fail(string message, string code, Location location) =>
        new(new GraphQLError($"Argument `{Name}`: {message}")
        {
            Locations = [location],
            Code = code,
            Extensions = new Dictionary<string, object?> { ["argument"] = Name },
        });
}
