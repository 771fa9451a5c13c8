using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>Files come by the GraphQL multipart request specification.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string KeepAll = "mutation($files: [Upload!]!) { keepAll(files: $files) }";
    private static readonly byte[] Small = "hello"u8.ToArray();
    private static readonly byte[] Large = RandomBytes(300_000);
    private UploadServer server = null!;

    public async Task InitializeAsync() => server = await UploadServer.StartAsync(o => o.Batching = BatchingKinds.All);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_file_comes_with_its_name_type_and_length()
    {
        var data = await (await server.SendAsync(UploadForm.OfOne(Small).Complete())).DataAsync();

        Assert.Equal(UploadGraph.Describe("a.txt", "text/plain", Small), data.GetProperty("keep").GetString());
        Assert.False(Directory.Exists(server.Folder));
    }

    [Fact]
    public async Task A_file_too_large_for_memory_lies_on_disk_and_is_gone_with_its_request()
    {
        var data = await (await server.SendAsync(UploadForm.OfOne(Large).Complete())).DataAsync();

        Assert.Equal(UploadGraph.Describe("a.txt", "text/plain", Large), data.GetProperty("keep").GetString());
        Assert.True(Directory.Exists(server.Folder));
        await server.KeepsNothingAsync();
        Assert.True(server.Received.Files.TryPeek(out var file));
        Assert.Throws<ObjectDisposedException>(() => file!.OpenRead());
    }

    [Fact]
    public async Task A_list_takes_files_in_the_order_of_their_places()
    {
        var form = Form(KeepAll, """{"files": [null, null, null]}""", """{"b": ["variables.files.1"], "a": ["variables.files.0"], "c": ["variables.files.2"]}""")
            .AddFile("c", Small, "c").AddFile("a", Large, "a").AddFile("b", Small, "b");

        var data = await (await server.SendAsync(form.Complete())).DataAsync();

        Assert.Equal(
            [UploadGraph.Describe("a", "text/plain", Large), UploadGraph.Describe("b", "text/plain", Small), UploadGraph.Describe("c", "text/plain", Small)],
            data.GetProperty("keepAll").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task A_file_alone_is_a_list_of_one() => Assert.Equal(
        1, (await (await server.SendAsync(Form(KeepAll, """{"files": null}""", """{"0": ["variables.files"]}""").AddFile("0", Small).Complete())).DataAsync())
            .GetProperty("keepAll").GetArrayLength());

    [Fact]
    public async Task A_file_may_stand_in_several_places_and_inside_an_input_object()
    {
        var form = Form(
            "mutation($letter: LetterInput!, $file: Upload!) { send(letter: $letter) keep(file: $file) }",
            """{"letter": {"title": "x", "files": [null, null]}, "file": null}""",
            """{"0": ["variables.letter.files.1", "variables.letter.files.0", "variables.file"]}""").AddFile("0", Large);

        var data = await (await server.SendAsync(form.Complete())).DataAsync();

        var expected = UploadGraph.Describe("a.txt", "text/plain", Large);
        Assert.Equal([expected, expected], data.GetProperty("send").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(expected, data.GetProperty("keep").GetString());
    }

    [Fact]
    public async Task Each_request_of_a_batch_has_files_of_its_own()
    {
        var form = new UploadForm()
            .Add("operations", """[{"query": "mutation($file: Upload!) { keep(file: $file) }", "variables": {"file": null}}, {"query": "mutation($file: Upload) { mayKeep(file: $file) }", "variables": {"file": null}}, {"query": "mutation($file: Upload) { mayKeep(file: $file) }", "variables": {"file": null}}]""")
            .Add("map", """{"0": ["0.variables.file"], "1": ["2.variables.file"]}""")
            .AddFile("0", Small, "first").AddFile("1", Large, "third");

        var answers = (await (await server.SendAsync(form.Complete())).JsonAsync()).EnumerateArray().Select(answer => answer.GetProperty("data").ToString());

        Assert.Equal(
            [$$"""{"keep":"{{UploadGraph.Describe("first", "text/plain", Small)}}"}""", """{"mayKeep":null}""", $$"""{"mayKeep":"{{UploadGraph.Describe("third", "text/plain", Large)}}"}"""],
            answers);
    }

    [Fact]
    public async Task A_list_of_one_request_is_a_list_in_the_map_too()
    {
        var form = new UploadForm()
            .Add("operations", """[{"query": "mutation($file: Upload!) { keep(file: $file) }", "variables": {"file": null}}]""")
            .Add("map", """{"0": ["0.variables.file"]}""").AddFile("0", Small);

        Assert.StartsWith("a.txt", (await (await server.SendAsync(form.Complete())).DataAsync()).GetProperty("keep").GetString());
    }

    [Fact]
    public async Task Each_of_several_variables_has_files_of_its_own()
    {
        var form = new UploadForm()
            .Add("operations", """{"query": "mutation($file: Upload) { mayKeep(file: $file) }", "variables": [{"file": null}, {"file": null}]}""")
            .Add("map", """{"0": ["variables.1.file"]}""").AddFile("0", Small);

        var answers = (await (await server.SendAsync(form.Complete())).JsonAsync()).EnumerateArray().Select(answer => answer.GetProperty("data").GetProperty("mayKeep").ValueKind);

        Assert.Equal([JsonValueKind.Null, JsonValueKind.String], answers);
    }

    [Fact]
    public async Task A_form_without_files_is_a_request_too() =>
        Assert.Equal("Hello", (await (await server.SendAsync(Form("{ hello }", "null", "{}").Complete())).DataAsync()).GetProperty("hello").GetString());

    [Theory]
    [InlineData("filename=\"C:\\\\Users\\\\me\\\\a.txt\"", "a.txt")]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"x/\"", "-")]
    [InlineData("filename=\"x.txt\"; filename*=UTF-8''%e2%82%ac%0a.txt", "€.txt")]
    [InlineData("", "-")]
    public async Task A_name_has_neither_folders_nor_control_characters(string fileName, string expected)
    {
        var form = Form("mutation($file: Upload!) { keep(file: $file) }", """{"file": null}""", """{"0": ["variables.file"]}""")
            .AddPart($"Content-Disposition: form-data; name=\"0\"; {fileName}", Small);

        var data = await (await server.SendAsync(form.Complete())).DataAsync();

        Assert.Equal($"{expected} - 5", string.Join(' ', data.GetProperty("keep").GetString()!.Split(' ')[..3]));
    }

    [Theory]
    [InlineData("keep(file: $x)", "$x: Upload!", "null", "HC0018")]
    [InlineData("keep(file: $x)", "$x: Upload!", "\"0\"", "HC0001")]
    [InlineData("keep(file: $x)", "$x: Upload!", "{}", "HC0001")]
    [InlineData("keepAll(files: $x)", "$x: [Upload!]!", "[null]", "HC0018")]
    public async Task A_variable_without_a_file_is_refused(string field, string variable, string value, string code)
    {
        var form = Form($"mutation({variable}) {{ {field} }}", $$"""{"x": {{value}}}""", "{}");

        await (await server.SendAsync(form.Complete())).RefusedAsync(HttpStatusCode.BadRequest, code);
        Assert.Empty(server.Received.Files);
    }

    [Theory]
    [InlineData("mutation($x: String! = \"a\") { say(text: $x) }", ErrorCodes.InvalidValue, "`String!` takes no file")]
    [InlineData("mutation($x: LetterInput!) { send(letter: $x) }", ErrorCodes.InvalidValue, "`LetterInput!` takes no file")]
    [InlineData("mutation { say(text: \"a\") }", ErrorCodes.FileVariableNotFound, "no declared variable takes one")]
    [InlineData("mutation($y: Upload) { mayKeep(file: $y) }", ErrorCodes.FileVariableNotFound, "no declared variable takes one")]
    public async Task A_variable_that_takes_no_file_gets_none(string query, string code, string message)
    {
        var form = Form(query, """{"x": null}""", """{"0": ["variables.x"]}""").AddFile("0", Small);

        Assert.Contains(message, await (await server.SendAsync(form.Complete())).RefusedAsync(HttpStatusCode.BadRequest, code));
        Assert.Empty(server.Received.Files);
    }

    [Fact]
    public async Task A_form_broken_off_in_the_middle_leaves_nothing_behind()
    {
        using (var connection = await server.Sample.ConnectAsync())
        {
            var form = UploadForm.OfOne(Large).Broken()[..^1000];
            await connection.GetStream().WriteAsync(Head(form.Length + 2000));
            await connection.GetStream().WriteAsync(form);
            await server.HoldsAsync(200_000);
            connection.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await server.KeepsNothingAsync();
        Assert.Empty(server.Received.Files);
        Assert.Empty(server.Sample.Log.Complaints);
    }

    [Fact]
    public async Task Several_files_arrive_beside_each_other_while_one_is_slow()
    {
        using var slow = await server.Sample.ConnectAsync();
        var form = UploadForm.OfOne(Large).Complete();
        await slow.GetStream().WriteAsync((byte[])[.. Head(form.Length), .. form[..200_000]]);
        await server.HoldsAsync(100_000);

        await (await server.SendAsync(form)).DataAsync();
        await slow.GetStream().WriteAsync(form[200_000..]);

        var start = new byte[15];
        await slow.GetStream().ReadExactlyAsync(start);
        Assert.Equal("HTTP/1.1 200 OK", Encoding.ASCII.GetString(start));
        await server.KeepsNothingAsync();
    }

    private static UploadForm Form(string query, string variables, string map) =>
        new UploadForm().Add("operations", $$"""{"query": {{JsonSerializer.Serialize(query)}}, "variables": {{variables}}}""").Add("map", map);

    private static byte[] Head(int length) => Encoding.ASCII.GetBytes(
        $"POST /graphql HTTP/1.1\r\nHost: x\r\nGraphQL-Preflight: 1\r\nContent-Type: {UploadForm.ContentType}\r\nContent-Length: {length}\r\n\r\n");

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
