using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>A graph whose fields take files, and remember them.</summary>
internal static class UploadGraph
{
    public static Schema Schema { get; } = new SchemaBuilder().AddQueryType(typeof(Queries)).AddMutationType(typeof(Mutations)).Build();

    /// <summary>What a field says of a file: its name, type, length and hash.</summary>
    public static string Describe(string? name, string? contentType, byte[] content) =>
        $"{name ?? "-"} {contentType ?? "-"} {content.Length} {Convert.ToHexStringLower(SHA256.HashData(content))}";

    public sealed class Received
    {
        public ConcurrentQueue<UploadedFile?> Files { get; } = new();
    }

    public static class Queries
    {
        public static string Hello() => "Hello";
    }

    public sealed record LetterInput(string Title, IReadOnlyList<UploadedFile> Files);

    public sealed class Mutations(Received received)
    {
        public Task<string> KeepAsync(UploadedFile file, CancellationToken cancel) => DescribeAsync(file, cancel);

        public Task<string?> MayKeepAsync(UploadedFile? file, CancellationToken cancel)
        {
            if (file is not null) return DescribeAsync(file, cancel)!;
            received.Files.Enqueue(null);
            return Task.FromResult<string?>(null);
        }

        public async Task<IReadOnlyList<string>> KeepAllAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancel)
        {
            var described = new List<string>();
            foreach (var file in files) described.Add(await DescribeAsync(file, cancel));
            return described;
        }

        public Task<IReadOnlyList<string>> SendAsync(LetterInput letter, CancellationToken cancel) => KeepAllAsync(letter.Files, cancel);

        public string Say(string text)
        {
            received.Files.Enqueue(null);
            return text;
        }

        private async Task<string> DescribeAsync(UploadedFile file, CancellationToken cancel)
        {
            received.Files.Enqueue(file);
            await using var content = file.OpenRead();
            var hash = await SHA256.HashDataAsync(content, cancel);
            return $"{file.Name ?? "-"} {file.ContentType ?? "-"} {file.Length} {Convert.ToHexStringLower(hash)}";
        }
    }
}
