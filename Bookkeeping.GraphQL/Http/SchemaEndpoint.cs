using System.Security.Cryptography;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Serves the schema in the schema definition language, as a file to download.</summary>
internal sealed class SchemaEndpoint(Schema schema, IOptions<GraphQLHttpOptions> options, RequestExecutorOptions requestOptions)
{
    private readonly bool isEnabled = options.Value.EnableSchemaDownload && requestOptions.Validation.AllowIntrospection;
    private readonly Lazy<(byte[] Text, EntityTagHeaderValue Tag)> document = new(() => Print(schema));

    /// <summary>Handles a request.</summary>
    public Task HandleAsync(HttpContext context)
    {
        if (!isEnabled) throw HttpRefusal.NotFound(context.Request.Path);
        ReadOnly.Require(context.Request);
        context.Response.Headers.CacheControl = "public, max-age=3600, must-revalidate";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var (text, tag) = document.Value;
        return TypedResults.Bytes(text, MediaTypes.Schema, fileDownloadName: "schema.graphql", entityTag: tag).ExecuteAsync(context);
    }

    private static (byte[] Text, EntityTagHeaderValue Tag) Print(Schema schema)
    {
        var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        return (text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
    }
}
