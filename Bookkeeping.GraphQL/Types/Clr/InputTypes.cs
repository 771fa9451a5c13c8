using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes input objects of C# records and classes: of the constructor's parameters, then of the properties that can be set.</summary>
internal sealed class InputTypes(GraphTypes types, ArgumentMaker arguments, ValueReaders readers, Documentation documentation, StartUp startUp)
{
    /// <summary>Makes the type of a C# type; its fields follow later.</summary>
    /// <exception cref="SchemaException">No client can give such a value.</exception>
    public NamedType Make(Type type)
    {
        if (TypeRefusal.OfInput(type) is { } refusal) throw Fault.Of(refusal);
        var constructor = ConstructorOf(type);
        var made = new InputObjectType(Naming.InputTypeName(type))
        {
            ClrType = type,
            Description = documentation.Of(type),
            IsOneOf = type.IsDefined(typeof(OneOfAttribute)),
        };
        var reader = new InputObjectReader(constructor is null ? ConstructorCall.CompileDefault(type) : ConstructorCall.Compile(constructor));
        readers.Add(type, reader);
        startUp.Later(() => Fill(made, type, constructor, reader));
        return made;
    }

    private void Fill(InputObjectType made, Type type, ConstructorInfo? constructor, InputObjectReader reader)
    {
        var parameters = constructor?.GetParameters() ?? [];
        foreach (var parameter in parameters) startUp.Try($"{type.Name}.{parameter.Name}", () => AddParameter(made, parameter, reader));
        foreach (var property in ClrMembers.Properties(type))
        {
            var isSet = property.SetMethod is { IsPublic: true } && !parameters.Any(p => Matches(p, property));
            if (isSet) startUp.Try(ClrMembers.NameOf(property), () => AddProperty(made, property, reader));
        }
    }

    private void AddParameter(InputObjectType made, ParameterInfo parameter, InputObjectReader reader)
    {
        var property = made.ClrType!.GetProperties().FirstOrDefault(p => Matches(parameter, p));
        var given = Defaults.Find(parameter) ?? Default(property);
        var field = property is null ? arguments.Describe(parameter) : Describe(property, given);
        made.Fields.Add(field);
        reader.AddParameter(field.Name, readers.For(parameter.ParameterType, field.Type, field.Name), Defaults.Absent(parameter));
    }

    private void AddProperty(InputObjectType made, PropertyInfo property, InputObjectReader reader)
    {
        var field = Describe(property, Default(property));
        made.Fields.Add(field);
        reader.AddProperty(field.Name, readers.For(property.PropertyType, field.Type, field.Name), ConstructorCall.CompileSetter(property));
    }

    private InputValue Describe(PropertyInfo property, object? given)
    {
        var type = types.InputOf(property);
        var field = new InputValue(Naming.FieldName(property), type)
        {
            Description = documentation.Of(property),
            DefaultValue = Defaults.Literal(given, type),
            DeprecationReason = Annotations.DeprecationReason(property),
        };
        CostAnnotations.Apply(field.AppliedDirectives, Annotations.Find<CostAttribute>(property));
        return field;
    }

    private static object? Default(PropertyInfo? property) =>
        property is null ? null : Annotations.Find<DefaultValueAttribute>(property)?.Value;

    // Null: the type is made without a constructor call that needs values.
    private static ConstructorInfo? ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.Any(c => c.GetParameters().Length == 0)) return null;
        return constructors switch
        {
            [var only] => only,
            [] when type.IsValueType => null,
            _ => throw Fault.Of(
                $"{type.Name} has {constructors.Length} public constructors, so it is not clear how to make it: leave one, or add one without parameters."),
        };
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType;
}
