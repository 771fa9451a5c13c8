using Bookkeeping.Benchmarks.Commands;
using Bookkeeping.Benchmarks.Server;

const string Usage =
    """
    usage:
      parse                                       parse and validate a 2 kB query
      http   --connection C [--run N]             operations beside their hand-written twins; N is the run that is read whole
         [--only NAME] [--seconds 3]          one operation alone; seconds of each of the five rounds
      scale  --connection C                       time by rows returned
      memory --connection C [--requests 1000000]  live heap over many requests
      serve  --connection C --port P              the server the others measure
    """;

var connection = Option("--connection");
switch (args.FirstOrDefault())
{
    case "parse": ParseCommand.Run(); break;
    case "http" when connection is not null: await HttpCommand.RunAsync(connection, Number("--run", 50_000), Option("--only"), TimeSpan.FromSeconds(Number("--seconds", 3))); break;
    case "scale" when connection is not null: await ScaleCommand.RunAsync(connection); break;
    case "memory" when connection is not null: await MemoryCommand.RunAsync(connection, Number("--requests", 1_000_000)); break;
    case "serve" when connection is not null: await BenchmarkServer.RunAsync(connection, Number("--port", 0), Number("--run", 50_000)); break;
    default: Console.Error.WriteLine(Usage); return 2;
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => int.TryParse(Option(name), out var number) ? number : otherwise;
