using System.Reflection;

namespace Bookkeeping.Web.Graph;

/// <summary>The document that stands beside a page: RunsPage.graphql for RunsPage.</summary>
internal static class Operation
{
    private static readonly Assembly Assembly = typeof(Operation).Assembly;

    /// <summary>The text of a page's document.</summary>
    public static string Of<TPage>()
    {
        var name = $"{typeof(TPage).FullName}.graphql";
        using var stream = Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded; the document belongs beside the page.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
