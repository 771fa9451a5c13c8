using System.Diagnostics;
using System.Net;
using System.Text;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>What the process allocates is measured, so nothing else runs meanwhile.</summary>
[Collection(nameof(LargeUploads))]
public sealed class LargeUploadTests(ITestOutputHelper output)
{
    private const int FileBytes = 100 * 1024 * 1024;
    private const int AllowedAllocations = 16 * 1024 * 1024;

    [Fact]
    public async Task The_largest_file_takes_a_fraction_of_its_size_in_memory()
    {
        await using var server = await UploadServer.StartAsync();
        await (await server.SendAsync(UploadForm.OfOne(new byte[100_000]).Complete())).DataAsync();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        var answer = await server.SendAsync(new Content());

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        output.WriteLine($"100 MiB arrived and were read in {watch.ElapsedMilliseconds} ms; client and server allocated {allocated / 1024} KiB.");
        Assert.Contains($" {FileBytes} ", (await answer.DataAsync()).GetProperty("keep").GetString());
        Assert.InRange(allocated, 0, AllowedAllocations);
        await server.KeepsNothingAsync();
    }

    /// <summary>A form with a file of zeros that is made while it is sent.</summary>
    private sealed class Content : HttpContent
    {
        private static readonly byte[] Start = UploadForm.OfOne([]).Broken()[..^2];
        private static readonly byte[] End = Encoding.ASCII.GetBytes("\r\n--frontier--\r\n");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            await stream.WriteAsync(Start);
            for (var sent = 0; sent < FileBytes; sent += block.Length) await stream.WriteAsync(block);
            await stream.WriteAsync(End);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Start.Length + FileBytes + End.Length;
            return true;
        }
    }
}

[CollectionDefinition(nameof(LargeUploads), DisableParallelization = true)]
public sealed class LargeUploads;
