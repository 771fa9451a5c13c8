using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Leaves;

/// <summary>Writes a stored property of the objects that hold it, with no box and no copy for each value.</summary>
/// <remarks>The value is read when the answer is written; so only for operations that change nothing meanwhile.</remarks>
internal abstract class PropertyWriter
{
    /// <summary>Whether every object's value can be written; else the values must be completed one by one to tell what is wrong.</summary>
    public abstract bool AllWritable(object[] sources);

    /// <summary>Writes the value of an object that was found writable. Cannot fail.</summary>
    public abstract void Write(Utf8JsonWriter writer, object source);

    /// <summary>The writer of a field; null unless it is a single leaf stored in an automatic property of the parent's class.</summary>
    /// <remarks>A computed property may throw, and then the answer would break off half written.</remarks>
    public static PropertyWriter? Create(ObjectType type, Field field)
    {
        if (field.Resolver is not PropertyResolver { Property: { GetMethod: { } getter } property }) return null;
        var isStored = getter.IsDefined(typeof(CompilerGeneratedAttribute)) && !getter.IsStatic;
        var source = property.DeclaringType!;
        if (!isStored || source.IsValueType || type.ClrType is null || !source.IsAssignableFrom(type.ClrType)) return null;

        return WriteDelegateOf(property.PropertyType, field.Type.Nullable) is var (write, isWritable)
            ? Create(property, write, isWritable, field.Type.IsNonNull)
            : null;
    }

    private static PropertyWriter Create(PropertyInfo property, Delegate write, Delegate? isWritable, bool isNonNull)
    {
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        var getter = property.GetMethod!.CreateDelegate(typeof(Func<,>).MakeGenericType(property.DeclaringType!, property.PropertyType));
        var (writer, arguments) = underlying is null && property.PropertyType.IsValueType
            ? (typeof(ValueWriter<,>), new object?[] { getter, write, isWritable })
            : (underlying is null ? typeof(ReferenceWriter<,>) : typeof(NullableValueWriter<,>), [getter, write, isWritable, isNonNull]);
        return (PropertyWriter)Activator.CreateInstance(writer.MakeGenericType(property.DeclaringType!, underlying ?? property.PropertyType), arguments)!;
    }

    private static (Delegate Write, Delegate? IsWritable)? WriteDelegateOf(Type propertyType, GraphType leaf)
    {
        var valueType = Nullable.GetUnderlyingType(propertyType) ?? propertyType;
        var maker = leaf switch
        {
            ScalarType scalar when LeafFormat.TypedCoercionOf(scalar.Coercion) == valueType => nameof(ScalarDelegates),
            EnumType when valueType.IsEnum => nameof(EnumDelegates),
            _ => null,
        };
        return maker is null
            ? null
            : ((Delegate, Delegate?)?)typeof(PropertyWriter).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(valueType).Invoke(null, [leaf]);
    }

    private static (Delegate Write, Delegate? IsWritable) ScalarDelegates<T>(ScalarType type)
        where T : notnull
    {
        var coercion = (ScalarCoercion<T>)type.Coercion;
        return ((Action<Utf8JsonWriter, T>)coercion.WriteValue, coercion.IsWritable);
    }

    private static (Delegate Write, Delegate? IsWritable) EnumDelegates<T>(EnumType type)
        where T : struct, Enum
    {
        var names = type.Values.Where(v => v.Value is T).DistinctBy(v => v.Value).ToDictionary(v => (T)v.Value, v => JsonEncodedText.Encode(v.Name));
        return ((Action<Utf8JsonWriter, T>)((writer, value) => writer.WriteStringValue(names[value])), (Func<T, bool>)names.ContainsKey);
    }
}

/// <summary>A property of a value type.</summary>
internal sealed class ValueWriter<TSource, T>(Func<TSource, T> get, Action<Utf8JsonWriter, T> write, Func<T, bool>? isWritable) : PropertyWriter
    where TSource : class
    where T : struct
{
    public override bool AllWritable(object[] sources)
    {
        if (isWritable is null) return true;
        foreach (var source in sources)
            if (!isWritable(get((TSource)source))) return false;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, object source) => write(writer, get((TSource)source));
}

/// <summary>A property of a value type or null.</summary>
internal sealed class NullableValueWriter<TSource, T>(Func<TSource, T?> get, Action<Utf8JsonWriter, T> write, Func<T, bool>? isWritable, bool isNonNull)
    : PropertyWriter
    where TSource : class
    where T : struct
{
    public override bool AllWritable(object[] sources)
    {
        if (isWritable is null && !isNonNull) return true;
        foreach (var source in sources)
            if (get((TSource)source) is { } value ? isWritable?.Invoke(value) == false : isNonNull) return false;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, object source)
    {
        if (get((TSource)source) is { } value) write(writer, value);
        else writer.WriteNullValue();
    }
}

/// <summary>A property of a reference type.</summary>
internal sealed class ReferenceWriter<TSource, T>(Func<TSource, T?> get, Action<Utf8JsonWriter, T> write, Func<T, bool>? isWritable, bool isNonNull)
    : PropertyWriter
    where TSource : class
    where T : class
{
    public override bool AllWritable(object[] sources)
    {
        if (isWritable is null && !isNonNull) return true;
        foreach (var source in sources)
            if (get((TSource)source) is { } value ? isWritable?.Invoke(value) == false : isNonNull) return false;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, object source)
    {
        if (get((TSource)source) is { } value) write(writer, value);
        else writer.WriteNullValue();
    }
}
