using Bookkeeping.Benchmarks.Commands;
using Bookkeeping.Benchmarks.Server;

const string Usage =
    """
    usage:
      parse                                       parse and validate a 2 kB query
      http   --connection C [--run N]             operations beside their hand-written twins; N is the run that is read whole
         [--only NAME]                        one operation alone
         [--rounds 9] [--seconds 1]           rounds of each of the two, and how long a round lasts
      objects [--rounds 9] [--seconds 1]      objects that lie ready in memory beside their twin
      start  --connection C --program DLL     a server from the start of its process to its first answers
      scale  --connection C                       time by rows returned
      memory --connection C [--requests 1000000]  live heap over many requests
      follow --connection C [--changes 200]       how long a change takes to its subscribers by WebSocket; changes the newest run
      burst  --connection C [--runs 2]            what machines send when runs start, while others read and listen; adds runs
         [--only single|lists]                one message a request, or many, alone
         [--readers 50] [--subscribers 200]   who loads the Runs page each second, and who listens
      screens --connection C [--screens 500]      open pages of one site while the journal goes on; changes the newest run
         [--changes 20] [--slow 50]           changes one by one, and how many of the screens do not read what they are told
         [--only NAME]                        one kind of screens alone: none, same, mixed or own
      page   --connection C [--loads 9]           the Runs page: the server's time, bytes, and what Chromium sees
      export --connection C                       whole lists as files: time, and the server's peak of memory
      serve  --connection C --port P              the server that the others measure; serve-objects that of the objects, serve-site the pages
    """;

var connection = Option("--connection");
var rounds = Number("--rounds", 9);
var roundTime = TimeSpan.FromSeconds(Number("--seconds", 1));
switch (args.FirstOrDefault())
{
    case "parse": ParseCommand.Run(); break;
    case "http" when connection is not null: await HttpCommand.RunAsync(connection, Number("--run", 50_000), Option("--only"), rounds, roundTime); break;
    case "objects": await HttpCommand.RunObjectsAsync(rounds, roundTime); break;
    case "start" when connection is not null && Option("--program") is { } program: await StartCommand.RunAsync(connection, Path.GetFullPath(program)); break;
    case "scale" when connection is not null: await ScaleCommand.RunAsync(connection); break;
    case "memory" when connection is not null: await MemoryCommand.RunAsync(connection, Number("--requests", 1_000_000)); break;
    case "follow" when connection is not null: await FollowCommand.RunAsync(connection, Number("--changes", 200)); break;
    case "burst" when connection is not null: await new BurstCommand(connection, Number("--runs", 2), Number("--readers", 50), Number("--subscribers", 200)).RunAsync(Option("--only")); break;
    case "screens" when connection is not null: await new ScreensCommand(connection, Number("--screens", 500), Number("--slow", 50), Number("--changes", 20)).RunAsync(Option("--only")); break;
    case "page" when connection is not null: await PageCommand.RunAsync(connection, Number("--loads", 9)); break;
    case "export" when connection is not null: await ExportCommand.RunAsync(connection); break;
    case "serve" when connection is not null: await BenchmarkServer.RunAsync(connection, Number("--port", 0), Number("--run", 50_000)); break;
    case "serve-site" when connection is not null: await BenchmarkServer.RunSiteAsync(connection, Number("--port", 0)); break;
    case "serve-objects": await BenchmarkServer.RunObjectsAsync(Number("--port", 0)); break;
    default: Console.Error.WriteLine(Usage); return 2;
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => int.TryParse(Option(name), out var number) ? number : otherwise;
