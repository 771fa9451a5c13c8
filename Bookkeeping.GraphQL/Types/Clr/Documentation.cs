using System.Reflection;
using System.Xml.Linq;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Describes types and members from the XML documentation beside their assembly; <c>[GraphQLDescription]</c> wins.</summary>
internal sealed class Documentation
{
    private readonly Dictionary<Assembly, XmlDocumentation> files = [];

    /// <summary>What is said of a type or member; a property without words has those of its interface or base. Null when nothing is said.</summary>
    public string? Of(MemberInfo member)
    {
        if (Annotations.Find<GraphQLDescriptionAttribute>(member) is { } given) return given.Description;
        if (Element(member) is { } element && DocumentationText.OfEntry(element) is { } own) return own;
        return member is PropertyInfo property ? OfPositional(property) ?? OfInherited(property) : null;
    }

    /// <summary>What is said of a parameter; of a record's, where the record is described.</summary>
    public string? Of(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<GraphQLDescriptionAttribute>() is { } given) return given.Description;
        var owner = Element(parameter.Member) ?? (parameter.Member is ConstructorInfo ? Element(parameter.Member.DeclaringType!) : null);
        var element = owner?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == parameter.Name);
        return element is null ? null : DocumentationText.Of(element);
    }

    private string? OfPositional(PropertyInfo property) => Annotations.PositionalParameter(property) is { } parameter ? Of(parameter) : null;

    private string? OfInherited(PropertyInfo property) => InheritedMembers.Of(property).Select(Of).FirstOrDefault(text => text is not null);

    private XElement? Element(MemberInfo member) => Element(member, []);

    private XElement? Element(MemberInfo member, HashSet<MemberInfo> seen)
    {
        if (!seen.Add(member) || File(member) is not { } file || file.Find(DocumentationId.Of(member)) is not { } element) return null;
        if (element.Element("inheritdoc") is not { } inherit) return element;
        if ((string?)inherit.Attribute("cref") is { } source) return file.Find(source);
        return InheritedMembers.Of(member).Select(m => Element(m, seen)).FirstOrDefault(e => e is not null);
    }

    private XmlDocumentation? File(MemberInfo member)
    {
        var assembly = member.Module.Assembly;
        if (!files.TryGetValue(assembly, out var file)) files[assembly] = file = XmlDocumentation.Load(assembly);
        return file;
    }
}
