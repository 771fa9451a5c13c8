namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes the C# value of an input object: by its constructor, then by the properties that were given.</summary>
internal sealed class InputObjectReader(Func<object?[], object> construct)
{
    private readonly List<Parameter> parameters = [];
    private readonly List<Property> properties = [];

    /// <summary>Adds the next parameter of the constructor.</summary>
    /// <param name="field">The field that fills it.</param>
    /// <param name="read">Makes its C# value.</param>
    /// <param name="absent">Its value when the field is not given.</param>
    public void AddParameter(string field, Func<object?, object?> read, object? absent) => parameters.Add(new Parameter(field, read, absent));

    /// <summary>Adds a property; what is not given keeps its initial value.</summary>
    /// <param name="field">The field that fills it.</param>
    /// <param name="read">Makes its C# value.</param>
    /// <param name="set">Sets it.</param>
    public void AddProperty(string field, Func<object?, object?> read, Action<object, object?> set) =>
        properties.Add(new Property(field, read, set));

    /// <summary>Makes the value.</summary>
    public object Read(IReadOnlyDictionary<string, object?> fields)
    {
        var values = new object?[parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = parameters[i];
            values[i] = fields.TryGetValue(parameter.Field, out var given) ? parameter.Read(given) : parameter.Absent;
        }
        var result = construct(values);
        foreach (var property in properties)
            if (fields.TryGetValue(property.Field, out var given)) property.Set(result, property.Read(given));
        return result;
    }

    private sealed record Parameter(string Field, Func<object?, object?> Read, object? Absent);

    private sealed record Property(string Field, Func<object?, object?> Read, Action<object, object?> Set);
}
