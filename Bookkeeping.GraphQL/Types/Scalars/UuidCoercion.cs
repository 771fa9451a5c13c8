using System.Text.Json;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Universally unique identifiers, written in lower case with hyphens; the other forms of <see cref="Guid"/> are read too.</summary>
internal sealed class UuidCoercion() : TextCoercion<Guid>("UUID", "6f1f2b1c-6f0a-4e0f-9d6a-0f6d0a4b7c11")
{
    protected override Guid Parse(string text) =>
        Guid.TryParse(text, out var value) ? value : throw Invalid(text, "it must have 32 hexadecimal digits");

    protected override string Format(Guid value) => value.ToString("D");

    public override void WriteValue(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);
}
