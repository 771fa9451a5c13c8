using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Incremental;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution;

/// <summary>The answer to a request, or one of several.</summary>
/// <remarks>Source: GraphQL, September 2025, "Response".</remarks>
public sealed class ExecutionResult : ExecutionResponse
{
    // A writer at rest must not hold on to the output of a request that is over.
    private static readonly ArrayBufferWriter<byte> Nowhere = new(1);

    private static readonly OrderedDictionary<string, object?> NoExtensions = [];

    [ThreadStatic]
    private static Utf8JsonWriter? pooledWriter;

    private readonly ResultTree? tree;
    private readonly int row;
    private readonly byte[]? written;
    private readonly IncrementalPayload? parts;
    private OrderedDictionary<string, object?>? extensions;

    internal ExecutionResult(ResultTree tree, OperationKind operation, IncrementalPayload? parts = null)
    {
        this.tree = tree;
        this.parts = parts;
        Errors = tree.ErrorsOf(0);
        Operation = operation;
    }

    internal ExecutionResult(ResultTree tree, OperationKind operation, int row)
    {
        this.tree = tree;
        this.row = row;
        Errors = tree.ErrorsOf(row);
        Operation = operation;
    }

    private ExecutionResult(ExecutionResult origin, byte[] written)
    {
        this.written = written;
        Errors = origin.Errors;
        Operation = origin.Operation;
        IsRequestError = origin.IsRequestError;
    }

    internal ExecutionResult(IncrementalPayload parts, OperationKind operation)
    {
        this.parts = parts;
        Errors = [];
        Operation = operation;
    }

    internal ExecutionResult(IReadOnlyList<GraphQLError> errors, OperationKind? operation)
    {
        Errors = errors;
        Operation = operation;
        IsRequestError = errors.Count > 0;
    }

    /// <summary>The errors in the order they were found; empty when all went well. Those in later parts of an answer are told with the part.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether nothing was answered because of the request as a whole (syntax, validation, variables, cost, deadline): there is no <c>data</c> member at all.</summary>
    public bool IsRequestError { get; }

    /// <summary>What the operation does; null when it could not be determined.</summary>
    public OperationKind? Operation { get; }

    /// <summary>Whether the operation was refused for its kind alone: the way it came may only carry queries.</summary>
    public bool IsOperationKindRefused { get; internal init; }

    /// <summary>Whether the document was one stored on the server.</summary>
    public bool IsOfStoredDocument { get; internal set; }

    /// <summary>The answer's <c>extensions</c>, in the order they were added; empty when nothing was.</summary>
    public IReadOnlyDictionary<string, object?> Extensions => extensions ?? NoExtensions;

    /// <summary>An answer that is only errors.</summary>
    public static ExecutionResult RequestError(params IReadOnlyList<GraphQLError> errors) => new(errors, null);

    /// <inheritdoc/>
    internal override ExecutionResult First => this;

    /// <summary>Adds a member to the answer's <c>extensions</c>, before it is written.</summary>
    /// <param name="name">Its name; a second member of a name takes the place of the first.</param>
    /// <param name="value">Null, text, numbers, Booleans, lists and maps; anything else is written as its invariant text.</param>
    internal void AddExtension(string name, object? value) => (extensions ??= [])[name] = value;

    /// <summary>The same answer as its bytes, for many who get it: it holds nothing else of what it was made of, and can be written by several at once.</summary>
    internal ExecutionResult Written()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteTo(output);
        return new ExecutionResult(this, output.WrittenSpan.ToArray());
    }

    /// <summary>Writes the whole answer as UTF-8 JSON.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        if (written is not null)
        {
            output.Write(written);
            return;
        }

        // The writer is taken, not shared: what is written may itself write an answer on this thread.
        var writer = pooledWriter ?? new Utf8JsonWriter(output, ResponseJson.WriterOptions);
        pooledWriter = null;
        writer.Reset(output);
        Write(writer);
        writer.Flush();
        writer.Reset(Nowhere);
        pooledWriter = writer;
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Errors.Count > 0)
        {
            writer.WritePropertyName("errors");
            ErrorWriter.WriteAll(writer, Errors);
        }

        if (tree is not null)
        {
            writer.WritePropertyName("data");
            ResultWriter.WriteObject(writer, tree.IsNulled(row) ? default : new ObjectRef(tree.Root, row));
        }

        if (extensions is not null)
        {
            writer.WritePropertyName("extensions");
            ErrorWriter.WriteValue(writer, extensions);
        }

        parts?.Write(writer);
        writer.WriteEndObject();
    }
}
