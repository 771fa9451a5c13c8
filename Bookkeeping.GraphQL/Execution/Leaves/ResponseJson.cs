using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bookkeeping.GraphQL.Execution.Leaves;

/// <summary>How all JSON of an answer is written.</summary>
internal static class ResponseJson
{
    /// <summary>No checks, for the tree is well formed; only what JSON itself needs escaped is escaped, for no answer is ever put into HTML.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
