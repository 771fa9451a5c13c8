using System.Reflection;
using System.Xml.Linq;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The XML documentation of an assembly, as the compiler writes it.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    /// <summary>Reads a document.</summary>
    public XmlDocumentation(XDocument document)
    {
        foreach (var member in document.Descendants("member"))
            if ((string?)member.Attribute("name") is { } name) members[name] = member;
    }

    /// <summary>Reads the file beside an assembly; without one, nothing is documented.</summary>
    public static XmlDocumentation Load(Assembly assembly)
    {
        var path = Path.Combine(Folder(assembly), assembly.GetName().Name + ".xml");
        return new XmlDocumentation(File.Exists(path) ? XDocument.Load(path, LoadOptions.PreserveWhitespace) : new XDocument());
    }

    /// <summary>The entry of a member by its documentation id; null when there is none.</summary>
    public XElement? Find(string id) => members.GetValueOrDefault(id);

    // Published as a single file, an assembly has no place of its own.
    private static string Folder(Assembly assembly) =>
        assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
}
