using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes arguments of parameters, and reads their C# values.</summary>
internal sealed class ArgumentMaker(GraphTypes types, ValueReaders readers, Documentation documentation)
{
    /// <summary>Whether a parameter may be null.</summary>
    public bool IsNullable(ParameterInfo parameter) => types.TypeOf(parameter).IsNullable;

    /// <summary>Makes the argument of a parameter, and what gives the parameter's value for a client's arguments.</summary>
    /// <exception cref="SchemaException">A client cannot give such a value.</exception>
    public (InputValue Argument, Func<IReadOnlyDictionary<string, object?>, object?> Read) Make(ParameterInfo parameter)
    {
        var argument = Describe(parameter);
        var read = readers.For(types.TypeOf(parameter).Type, argument.Type, argument.Name);
        var absent = Defaults.Absent(parameter);
        var name = argument.Name;
        return (argument, given => given.TryGetValue(name, out var value) ? read(value) : absent);
    }

    /// <summary>The argument, or input field, of a parameter.</summary>
    public InputValue Describe(ParameterInfo parameter)
    {
        try
        {
            var type = types.InputOf(parameter);
            var argument = new InputValue(Naming.ArgumentName(parameter), type)
            {
                Description = documentation.Of(parameter),
                DefaultValue = Defaults.Literal(Defaults.Find(parameter), type),
                DeprecationReason = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            };
            CostAnnotations.Apply(argument.AppliedDirectives, parameter.GetCustomAttribute<CostAttribute>());
            return argument;
        }
        catch (SchemaException exception)
        {
            throw new SchemaException([.. Fault.In($"parameter {parameter.Name}", exception)]);
        }
    }
}
