using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Web.Export;

/// <summary>Gives lists as files: leads a browser to the API, or hands on what the API of another process gives.</summary>
internal sealed class ExportFile(GraphAddress graph) : IDisposable
{
    private static readonly string[] HandedOn = ["Content-Type", "Content-Disposition", "X-Total-Count", "Retry-After", "Cache-Control"];

    private readonly HttpClient api = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2), AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Maps the files of all lists.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var list in ExportedList.All) endpoints.MapGet(list.FilePath, (HttpContext http, ExportFile file) => file.GiveAsync(list, http));
    }

    /// <inheritdoc/>
    public void Dispose() => api.Dispose();

    private async Task GiveAsync(ExportedList list, HttpContext http)
    {
        var request = ListAddress.Read(list, http.Request.Query);
        if (request.State.Warnings.Count > 0)
        {
            // A filter that is left out gives a list that nobody asked for.
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(string.Join('\n', request.State.Warnings), http.RequestAborted);
            return;
        }

        var path = list.ApiPath(request, http.Request.Query);
        if (graph.Server.Length == 0) http.Response.Redirect(http.Request.PathBase + path);
        else await HandOnAsync(graph.OfPath(path), http);
    }

    private async Task HandOnAsync(string address, HttpContext http)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await api.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync("The API does not answer.", http.RequestAborted);
            return;
        }

        using (answer)
        {
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var name in HandedOn)
                if (answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)) http.Response.Headers[name] = values.ToArray();
            try
            {
                await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                // Half a file must not look like a whole one.
                http.Abort();
            }
        }
    }
}

/// <summary>The address of a list, as that of its export has it.</summary>
internal static class ListAddress
{
    /// <summary>What the list's page is asked for, without what belongs to the export alone.</summary>
    public static ListRequest Read(ExportedList list, IQueryCollection query)
    {
        var parameters = query.Where(parameter => !ExportedList.Own.Contains(parameter.Key)).Select(parameter => (parameter.Key, parameter.Value.ToString()));
        return list.Read("http://localhost" + TidyAddress.Of(list.Path, parameters));
    }
}
