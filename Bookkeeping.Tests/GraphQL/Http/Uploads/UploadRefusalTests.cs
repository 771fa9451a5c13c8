using System.Net;
using System.Text;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>What is wrong with a form is told by its code; nothing is run, and nothing of it stays.</summary>
public sealed class UploadRefusalTests : IAsyncLifetime
{
    private const string Operations = """{"query": "mutation($file: Upload!) { keep(file: $file) }", "variables": {"file": null, "other": "text", "list": [null]}}""";
    private const string Map = """{"0": ["variables.file"]}""";
    private static readonly byte[] Large = new byte[5_000];
    private UploadServer server = null!;

    public async Task InitializeAsync() => server = await UploadServer.StartAsync(o =>
    {
        o.Batching = BatchingKinds.All;
        o.MaxBodyBytes = 1_000;
        o.Upload.MaxBytesInMemory = 1_000;
        o.Upload.MaxFileBytes = 5_000;
        o.Upload.MaxFiles = 3;
        o.Upload.MaxMapBytes = 500;
        o.Upload.MaxBytesOnDisk = 10_000;
    });

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Parts_that_are_missing()
    {
        await IsRefusedAsync(new UploadForm(), ErrorCodes.FormWithoutOperations, "no part `operations`");
        await IsRefusedAsync(new UploadForm().Add("operations", Operations), ErrorCodes.FormWithoutMap, "no part `map`");
    }

    [Fact]
    public Task A_map_before_the_operations() => IsRefusedAsync(
        new UploadForm().Add("map", Map).Add("operations", Operations).AddFile("0", Large), ErrorCodes.FormMisordered, "\"map\" where `operations` must be");

    [Fact]
    public Task A_file_before_the_map() => IsRefusedAsync(
        new UploadForm().Add("operations", Operations).AddFile("0", Large).Add("map", Map), ErrorCodes.FormMisordered, "\"0\" where `map` must be");

    [Theory]
    [InlineData("", ErrorCodes.InvalidFileMap, "not valid JSON")]
    [InlineData("{", ErrorCodes.InvalidFileMap, "not valid JSON")]
    [InlineData("[]", ErrorCodes.InvalidFileMap, "must be a JSON object")]
    [InlineData("null", ErrorCodes.InvalidFileMap, "must be a JSON object")]
    [InlineData("""{"0": "variables.file"}""", ErrorCodes.InvalidFileMap, "list of strings")]
    [InlineData("""{"0": [1]}""", ErrorCodes.InvalidFileMap, "list of strings")]
    [InlineData("""{"0": [[["variables.file"]]]}""", ErrorCodes.InvalidFileMap, "depth")]
    [InlineData("""{"0": ["variables.file"], "0": ["variables.list.0"]}""", ErrorCodes.InvalidFileMap, "not valid JSON")]
    [InlineData("""{"0": []}""", ErrorCodes.FileWithoutPlace, "no place")]
    [InlineData("""{"0": ["variables.file", "variables.file"]}""", ErrorCodes.FilePlaceNotFree, "twice")]
    [InlineData("""{"0": ["variables.file"], "1": ["variables.file"]}""", ErrorCodes.FilePlaceNotFree, "twice")]
    [InlineData("""{"0": ["variables.unknown"]}""", ErrorCodes.FileVariableNotFound, "not given")]
    [InlineData("""{"0": ["variables.file.deeper"]}""", ErrorCodes.FilePlaceNotFree, "leads to nothing")]
    [InlineData("""{"0": ["variables.list.1"]}""", ErrorCodes.FilePlaceNotFree, "leads to nothing")]
    [InlineData("""{"0": ["variables.list.-1"]}""", ErrorCodes.FilePlaceNotFree, "leads to nothing")]
    [InlineData("""{"0": ["variables.list"]}""", ErrorCodes.FilePlaceNotFree, "must lead to null, not to a list")]
    [InlineData("""{"0": ["variables.other"]}""", ErrorCodes.FilePlaceNotFree, "must lead to null, not to a string")]
    [InlineData("""{"0": [""]}""", ErrorCodes.InvalidFilePlace, "single dots")]
    [InlineData("""{"0": ["variables..file"]}""", ErrorCodes.InvalidFilePlace, "single dots")]
    [InlineData("""{"0": ["file"]}""", ErrorCodes.FilePlaceNotInVariables, "into `variables`")]
    [InlineData("""{"0": ["variables"]}""", ErrorCodes.FilePlaceNotInVariables, "into `variables`")]
    [InlineData("""{"0": ["0.variables.file"]}""", ErrorCodes.FilePlaceNotInVariables, "into `variables`")]
    [InlineData("""{"0": ["query.file"]}""", ErrorCodes.FilePlaceNotInVariables, "into `variables`")]
    public Task A_map_that_is_wrong(string map, string code, string message) =>
        IsRefusedAsync(new UploadForm().Add("operations", Operations).Add("map", map).AddFile("0", Large), code, message);

    [Theory]
    [InlineData("""{"0": ["variables.file"]}""", ErrorCodes.InvalidFilePlace, "number of a request")]
    [InlineData("""{"0": ["1.variables.file"]}""", ErrorCodes.InvalidFilePlace, "not in `operations`")]
    [InlineData("""{"0": ["0.file"]}""", ErrorCodes.FilePlaceNotInVariables, "into `variables`")]
    public Task A_map_that_is_wrong_for_a_list_of_requests(string map, string code, string message) =>
        IsRefusedAsync(new UploadForm().Add("operations", $"[{Operations}]").Add("map", map).AddFile("0", Large), code, message);

    [Theory]
    [InlineData("", ErrorCodes.InvalidRequest, "`operations` is empty")]
    [InlineData("{", ErrorCodes.SyntaxOverHttp, "`operations` is not valid JSON")]
    [InlineData("{}", ErrorCodes.NoDocument, "`operations` has neither")]
    [InlineData("1", ErrorCodes.InvalidRequest, "`operations` must be a JSON object")]
    public Task Operations_that_are_wrong(string operations, string code, string message) =>
        IsRefusedAsync(new UploadForm().Add("operations", operations).Add("map", Map).AddFile("0", Large), code, message);

    [Fact]
    public async Task Files_that_are_missing_unknown_or_there_twice()
    {
        await IsRefusedAsync(Form(), ErrorCodes.FileMissing, "\"0\"");
        await IsRefusedAsync(Form().AddFile("0", Large).AddFile("1", Large), ErrorCodes.InvalidForm, "\"1\", which its `map` does not name");
        await IsRefusedAsync(Form().AddFile("0", Large).AddFile("0", Large), ErrorCodes.InvalidForm, "\"0\" twice");
        await IsRefusedAsync(Form().AddFile("0", Large).Add("operations", Operations), ErrorCodes.InvalidForm, "\"operations\", which its `map` does not name");
    }

    [Fact]
    public async Task A_form_that_ends_early()
    {
        foreach (var form in new[] { new UploadForm(), new UploadForm().Add("operations", Operations), Form(), Form().AddFile("0", Large) })
            await IsRefusedAsync(await server.SendAsync(form.Broken()), HttpStatusCode.BadRequest, ErrorCodes.InvalidForm, "ends early");
        await IsRefusedAsync(await server.SendAsync([]), HttpStatusCode.BadRequest, ErrorCodes.InvalidForm, "ends early");
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=\"01234567890123456789012345678901234567890123456789012345678901234567890\"")]
    public async Task A_form_without_a_proper_boundary(string contentType) =>
        await IsRefusedAsync(await server.SendAsync(Form().AddFile("0", Large).Complete(), contentType: contentType), HttpStatusCode.BadRequest, ErrorCodes.InvalidForm, "boundary");

    [Fact]
    public async Task Parts_with_headers_that_are_wrong()
    {
        await IsRefusedAsync(new UploadForm().AddPart("Content-Type: text/plain", Large), ErrorCodes.InvalidForm, "with a name");
        await IsRefusedAsync(new UploadForm().AddPart("Content-Disposition: form-data; name=\"\"", Large), ErrorCodes.InvalidForm, "with a name");
        await IsRefusedAsync(new UploadForm().AddPart("X: " + new string('x', 20_000), Large), ErrorCodes.InvalidForm, "too long");
        await IsRefusedAsync(new UploadForm().AddPart(string.Join("\r\n", Enumerable.Range(0, 100).Select(i => $"X-{i}: 1")), Large), ErrorCodes.InvalidForm, "too long");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_form_that_any_page_could_send(string? preflight) => await IsRefusedAsync(
        await server.SendAsync(Form().AddFile("0", Large).Complete(), preflight), HttpStatusCode.BadRequest, ErrorCodes.MissingPreflight, "GraphQL-Preflight");

    [Fact]
    public async Task A_form_in_application_json_has_the_same_status() => await IsRefusedAsync(
        await server.SendAsync(Form().Complete(), accept: "application/json"), HttpStatusCode.BadRequest, ErrorCodes.FileMissing, "\"0\"");

    [Fact]
    public async Task A_form_where_none_is_taken()
    {
        await using var deaf = await UploadServer.StartAsync(o => o.Upload.Enabled = false);
        await using var without = await SampleServer.StartAsync();

        await (await deaf.SendAsync(Form().AddFile("0", Large).Complete())).RefusedAsync(HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest);
        await (await without.PostAsync(Form().AddFile("0", Large).Complete(), contentType: UploadForm.ContentType)).RefusedAsync(HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task A_file_may_be_as_large_as_the_limit_and_no_larger()
    {
        await (await server.SendAsync(Form().AddFile("0", Large).Complete())).DataAsync();
        await IsTooLargeAsync(Form().AddFile("0", [.. Large, 0]), "5000 bytes", ran: 1);
    }

    [Fact]
    public async Task A_file_is_refused_as_soon_as_it_is_too_large()
    {
        using var connection = await server.Sample.ConnectAsync();
        var start = Form().AddFile("0", new byte[6_000]).Broken();
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nGraphQL-Preflight: 1\r\nContent-Type: {UploadForm.ContentType}\r\nTransfer-Encoding: chunked\r\n\r\n{start.Length:x}\r\n"));
        await connection.GetStream().WriteAsync(start);

        var head = new byte[12];
        await connection.GetStream().ReadExactlyAsync(head);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(head));
    }

    [Fact]
    public async Task A_form_may_have_as_many_files_as_the_limit_each_counted_as_often_as_it_is_used()
    {
        const string Three = """{"query": "mutation($files: [Upload!]!) { keepAll(files: $files) }", "variables": {"files": [null, null, null, null]}}""";
        var three = Three.Replace(", null]", "]");

        await (await server.SendAsync(new UploadForm().Add("operations", three).Add("map", """{"a": ["variables.files.0", "variables.files.1"], "b": ["variables.files.2"]}""")
            .AddFile("a", Large).AddFile("b", []).Complete())).DataAsync();
        await IsTooLargeAsync(
            new UploadForm().Add("operations", Three).Add("map", """{"a": ["variables.files.0", "variables.files.1"], "b": ["variables.files.2"], "c": ["variables.files.3"]}"""),
            "more files than the 3", ran: 3);
    }

    [Fact]
    public async Task The_texts_of_a_form_may_be_as_large_as_their_limits()
    {
        await (await server.SendAsync(new UploadForm().Add("operations", Operations.PadRight(1_000)).Add("map", Map.PadRight(500)).AddFile("0", []).Complete())).DataAsync();
        await IsTooLargeAsync(new UploadForm().Add("operations", Operations.PadRight(1_001)), "\"operations\" of the form is larger than the 1000", ran: 1);
        await IsTooLargeAsync(new UploadForm().Add("operations", Operations).Add("map", Map.PadRight(501)), "\"map\" of the form is larger than the 500", ran: 1);
    }

    [Fact]
    public async Task A_form_that_is_larger_than_its_parts_together_may_be_is_refused_by_its_length()
    {
        var answer = await server.SendAsync(Form().AddFile("0", new byte[100_000]).Complete());

        await answer.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, ErrorCodes.BodyTooLarge);
    }

    [Fact]
    public async Task All_requests_together_may_take_so_much_of_the_disk()
    {
        using var slow = await server.Sample.ConnectAsync();
        var form = Form().AddFile("0", Large).Broken();
        var head = $"POST /graphql HTTP/1.1\r\nHost: x\r\nGraphQL-Preflight: 1\r\nContent-Type: {UploadForm.ContentType}\r\nContent-Length: {form.Length + 1000}\r\n\r\n";
        await slow.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. form]);
        await server.HoldsAsync(4_000);
        const string Two = """{"query": "mutation($files: [Upload!]!) { keepAll(files: $files) }", "variables": {"files": [null, null]}}""";
        var two = new UploadForm().Add("operations", Two).Add("map", """{"0": ["variables.files.0"], "1": ["variables.files.1"]}""").AddFile("0", Large).AddFile("1", Large);

        var answer = await server.SendAsync(two.Complete());

        Assert.Contains("no room", await answer.RefusedAsync(HttpStatusCode.ServiceUnavailable, ErrorCodes.Unavailable));
        Assert.Empty(server.Received.Files);
        slow.Close();
        await server.KeepsNothingAsync();
        await (await server.SendAsync(two.Complete())).DataAsync();
    }

    private static UploadForm Form() => new UploadForm().Add("operations", Operations).Add("map", Map);

    private async Task IsTooLargeAsync(UploadForm form, string message, int ran) =>
        await IsRefusedAsync(await server.SendAsync(form.Complete()), HttpStatusCode.RequestEntityTooLarge, ErrorCodes.BodyTooLarge, message, ran);

    private async Task IsRefusedAsync(UploadForm form, string code, string message) =>
        await IsRefusedAsync(await server.SendAsync(form.Complete()), HttpStatusCode.BadRequest, code, message);

    private async Task IsRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string message, int ran = 0)
    {
        Assert.Contains(message, await answer.RefusedAsync(status, code));
        Assert.Equal(ran, server.Received.Files.Count);
        Assert.Empty(server.Sample.Log.Complaints);
        await server.KeepsNothingAsync();
    }
}
