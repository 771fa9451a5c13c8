using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types;

/// <summary>How a scalar's values go in (literals and JSON variables) and out (JSON).</summary>
public abstract class ScalarCoercion
{
    /// <summary>The C# type that values have inside.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>Reads a constant literal (never a variable, never null).</summary>
    /// <exception cref="InvalidScalarException">The literal is not one of this scalar.</exception>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>Reads a variable's value (never JSON null).</summary>
    /// <exception cref="InvalidScalarException">The value is not one of this scalar.</exception>
    public abstract object ParseVariable(JsonElement value);

    /// <summary>Writes a resolver's value, of <see cref="RuntimeType"/> or of a type that converts to it without loss.</summary>
    /// <exception cref="InvalidScalarException">The value cannot be shown as this scalar.</exception>
    public abstract void Write(Utf8JsonWriter writer, object value);

    /// <summary>The literal that reads back as the value: for defaults given in C# and for printing.</summary>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>A scalar whose values of type <typeparamref name="T"/> are written without being boxed.</summary>
public abstract class ScalarCoercion<T> : ScalarCoercion
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override Type RuntimeType => typeof(T);

    /// <summary>Which values <see cref="WriteValue"/> can write; null: every one.</summary>
    public virtual Func<T, bool>? IsWritable => null;

    /// <summary>Writes a value that <see cref="IsWritable"/> accepts.</summary>
    /// <exception cref="InvalidScalarException">It does not accept it; nothing was written.</exception>
    public abstract void WriteValue(Utf8JsonWriter writer, T value);
}

/// <summary>A value does not fit its scalar. The message says what was found and what would be right; it has no place yet.</summary>
public sealed class InvalidScalarException(string message) : Exception(message);
