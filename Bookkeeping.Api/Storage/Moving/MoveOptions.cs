namespace Bookkeeping.Api.Storage.Moving;

/// <summary>How an existing instance is asked.</summary>
/// <param name="Source">Below which address its interface lies.</param>
/// <param name="Token">What it knows us by; never written anywhere.</param>
/// <param name="Folder">Where all that was fetched is kept, to go on from.</param>
internal sealed record MoveOptions(Uri Source, string Token, string Folder)
{
    /// <summary>The variable of the process that may hold the token, where nobody sees it in a list of processes.</summary>
    public const string TokenVariable = "BOOKKEEPING_API_TOKEN";

    /// <summary>The largest page that is read, bytes.</summary>
    public const int MaxPageBytes = 64 * 1024 * 1024;

    /// <summary>How many items a page has. The existing product refuses more than it is configured for, which is 100 or more.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>How many questions about single items are open at a time.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>How often one question is asked before the move gives up, to be gone on with later.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>How long to wait before a question is asked again; twice as long each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait, also when the instance asks for more.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer may take to begin, and a page to come.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a file may take to come.</summary>
    public TimeSpan DownloadPatience { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether only to fetch and convert, and to import nothing.</summary>
    public bool FetchOnly { get; init; }

    /// <summary>The instance and the folder: the token is in no text that a record would make of itself.</summary>
    public override string ToString() => $"{Source.AbsoluteUri} into {Folder}";

    /// <summary>What the arguments behind <c>import</c> mean.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="environmentToken">The token that the process was given in its environment; null when none.</param>
    /// <exception cref="FormatException">They make no sense; the message says what would.</exception>
    public static MoveOptions Parse(string[] args, string? environmentToken)
    {
        var given = new Dictionary<string, string>();
        var fetchOnly = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--fetch-only") fetchOnly = true;
            else if (args[i] is not ("--bookkeeping-api" or "--token" or "--folder" or "--page-size")) throw new FormatException("There is an argument that nobody knows.");
            else if (i + 1 == args.Length || !given.TryAdd(args[i], args[i + 1])) throw new FormatException($"{args[i]} stands alone, or twice.");
            else i++;
        }

        var source = SourceOf(given["--bookkeeping-api"]);
        if (given.GetValueOrDefault("--token", environmentToken ?? "") is not { Length: > 0 } token)
            throw new FormatException($"A token is needed: in the variable {TokenVariable}, or by --token.");
        var pageSize = 100;
        if (given.TryGetValue("--page-size", out var size) && (!int.TryParse(size, out pageSize) || pageSize is < 1 or > 5000)) throw new FormatException("--page-size is a number from 1 to 5000.");
        var folder = given.GetValueOrDefault("--folder") ?? Path.Combine("data", $"move-{source.Host}-{source.Port}");
        return new(source, token, folder) { PageSize = pageSize, FetchOnly = fetchOnly };
    }

    private static Uri SourceOf(string text)
    {
        if (!Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
            throw new FormatException("--bookkeeping-api is the address of an instance, as in https://bookkeeping.example.org.");
        if (address.Scheme == "http" && !address.IsLoopback) throw new FormatException("The token would travel for all to read: the address must begin with https://, unless it is on this machine.");
        return new Uri(address.AbsolutePath.EndsWith("/api", StringComparison.Ordinal) ? $"{address}/" : $"{address.AbsoluteUri.TrimEnd('/')}/api/");
    }
}
