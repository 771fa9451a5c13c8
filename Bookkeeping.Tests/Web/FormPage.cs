using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bookkeeping.Tests.Web;

/// <summary>Fills in and sends forms as a browser without scripts does, cookies and all.</summary>
internal sealed class FormPage(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = new() }) { BaseAddress = new Uri(address) };

    /// <summary>Opens a page.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path) => await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(path));

    /// <summary>Sends a form with what it holds, and with fields changed.</summary>
    /// <param name="page">The page that it stands on.</param>
    /// <param name="path">The page's address.</param>
    /// <param name="handler">The form's name.</param>
    /// <param name="changes">The fields filled in; the value null takes all of a name away.</param>
    /// <returns>The page that came back, and its path.</returns>
    public async Task<(IHtmlDocument Page, string Path)> SendAsync(IHtmlDocument page, string path, string handler, params (string Name, string? Value)[] changes)
    {
        var form = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector($"input[name=_handler][value={handler}]") is not null);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form).Where(field => !changes.Any(change => change.Name == field.Name))) body.Add(new StringContent(value), name);
        foreach (var (name, value) in changes)
        {
            if (value is null) continue;
            if (name.StartsWith("file:", StringComparison.Ordinal)) body.Add(new StringContent(value), "files", name[5..]);
            else body.Add(new StringContent(value), name);
        }

        using var answer = await http.PostAsync(path, body);
        return (await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()), answer.RequestMessage!.RequestUri!.PathAndQuery);
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>())
            if (input.Type is not ("file" or "submit") && (input.Type != "checkbox" || input.IsChecked)) yield return (input.Name!, input.Value);
        foreach (var text in form.QuerySelectorAll("textarea[name]").OfType<IHtmlTextAreaElement>()) yield return (text.Name!, text.Value);
        foreach (var select in form.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>()) yield return (select.Name!, select.Value ?? "");
    }
}
