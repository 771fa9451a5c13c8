using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Environments;
using Bookkeeping.Web.Fills;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Bookkeeping.Web.Logs;
using Bookkeeping.Web.Runs;

namespace Bookkeeping.Web.Export;

/// <summary>What an address asks a list for.</summary>
/// <param name="State">As its page shows it.</param>
/// <param name="Variables">As the graph takes it: <c>where</c> and <c>order</c>.</param>
internal sealed record ListRequest(ListState State, IVariables Variables)
{
    public static ListRequest Runs(string address)
    {
        var state = new ListState<RunFilterInput, RunSortInput>(RunFilters.List, address);
        return new(state, new RunsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest Fills(string address)
    {
        var state = FillFilters.Read(address);
        return new(state, new FillsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest Environments(string address)
    {
        var state = new ListState<EnvironmentFilterInput, EnvironmentSortInput>(EnvironmentFilters.List, address);
        return new(state, new EnvironmentsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest LogEntries(string address)
    {
        var state = new ListState<LogEntryFilterInput, LogEntrySortInput>(LogEntryFilters.List, address);
        return new(state, new LogEntriesPageVariables { Where = state.Where, Order = state.Order });
    }
}

/// <summary>A list that can be taken along as a file.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Title">What its page calls it.</param>
/// <param name="Read">Reads what the address of the list's page asks for.</param>
internal sealed record ExportedList(string Name, string Title, Func<string, ListRequest> Read)
{
    /// <summary>What an export's address has beside that of the list.</summary>
    public static readonly string[] Own = ["columns", "format", "separator", "bom", "formulas"];

    /// <summary>All lists.</summary>
    public static IReadOnlyList<ExportedList> All { get; } =
    [
        new("runs", "Runs", ListRequest.Runs), new("fills", "LHC fills", ListRequest.Fills), new("environments", "Environments", ListRequest.Environments), new("logEntries", "Log entries", ListRequest.LogEntries),
    ];

    /// <summary>What the list's page can be asked for, its columns too.</summary>
    public ListDefinition Definition { get; } = Read("http://localhost/").State.Definition;

    /// <summary>The path of the list's page.</summary>
    public string Path => Definition.Path;

    /// <summary>Where the file is fetched.</summary>
    public string FilePath => $"{Path}/export/file";

    /// <summary>Where the API gives the file that an address of the site asks for.</summary>
    /// <param name="request">The filters and the sort of the address.</param>
    /// <param name="query">All parameters of the address.</param>
    public string ApiPath(ListRequest request, IQueryCollection query)
    {
        var parameters = Own.Where(query.ContainsKey).Select(name => (name, query[name].ToString())).ToList();
        using var variables = JsonDocument.Parse(Request.Compact(request.Variables));
        foreach (var name in (string[])["where", "order"])
            if (variables.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) parameters.Add((name, value.GetRawText()));
        return $"/export/{Name}?{string.Join('&', parameters.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"))}";
    }

    /// <summary>Whether a column of a file is chosen.</summary>
    /// <param name="column">The list's column that it belongs to.</param>
    /// <param name="exported">The column.</param>
    /// <param name="chosen">The columns that the address names; empty when it names none: then those of the usual ones are.</param>
    public static bool IsChosen(ListColumn column, ExportedColumn exported, IReadOnlyList<string> chosen) => chosen.Count == 0 ? column.Place > 0 : chosen.Contains(exported.Path);
}
