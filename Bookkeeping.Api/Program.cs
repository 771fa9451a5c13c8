using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Http.Compression;

if (await Commands.TryRunAsync(args) is { } exitCode) return exitCode;

var start = StartArguments.Parse(args);
var builder = WebApplication.CreateBuilder(start.Settings);
if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5081");
builder.AddBookkeepingApi(start);

var app = builder.Build();
app.UseAnswerCompression();
app.MapBookkeepingApi();
return await app.ServeAsync();
