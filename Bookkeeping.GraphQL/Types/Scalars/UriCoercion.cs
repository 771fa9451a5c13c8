namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Addresses: any for <c>URI</c>, absolute ones for <c>URL</c>.</summary>
internal sealed class UriCoercion(string name, UriKind kind) : TextCoercion<Uri>(name, "https://example.org/runs")
{
    protected override Uri Parse(string text) =>
        Uri.TryCreate(text, kind, out var value) && IsOfKind(value)
            ? value
            : throw Invalid(text, kind == UriKind.Absolute ? "it must be an absolute address" : "it must be an address");

    // An absolute path is read as an absolute file address on Unix, which no client means.
    private bool IsOfKind(Uri value) => kind != UriKind.Absolute || !IsPath(value);

    protected override string Format(Uri value) => value.IsAbsoluteUri && !IsPath(value) ? value.AbsoluteUri : value.OriginalString;

    private static bool IsPath(Uri value) => value.OriginalString.StartsWith('/');
}
