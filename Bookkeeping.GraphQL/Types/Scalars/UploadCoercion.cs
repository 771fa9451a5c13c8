using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Files of a request. They come beside the variables, in which null stands in their place; so no literal and no JSON value is one.</summary>
/// <remarks>Source: GraphQL multipart request specification.</remarks>
internal sealed class UploadCoercion : ScalarCoercion<UploadedFile>
{
    private const string Expectation = "Upload takes a file of a multipart/form-data request, given by a variable that is null and named in the form's `map`";

    public override object ParseLiteral(ValueNode literal) => throw ScalarMismatch.Literal(Expectation, literal);

    public override object ParseVariable(JsonElement value) => throw ScalarMismatch.Variable(Expectation, value);

    public override void Write(Utf8JsonWriter writer, object value) => throw ScalarMismatch.Output("Upload", value);

    public override void WriteValue(Utf8JsonWriter writer, UploadedFile value) => throw ScalarMismatch.Output("Upload", value);

    public override ValueNode ToLiteral(object value) => throw ScalarMismatch.Output("Upload", value);
}
