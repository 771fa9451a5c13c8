using Bookkeeping.Client.Generator.Configuration;
using Bookkeeping.Client.Generator.Writing;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator;

/// <summary>Writes the enums and input objects that the documents of a client use, each once.</summary>
internal static class LeafTypesCode
{
    /// <summary>Writes one type of the schema; null when it is neither enum nor input object.</summary>
    public static string? Write(ClientConfiguration configuration, Schema schema, string name)
    {
        var code = CodeWriter.File(configuration.Namespace);
        switch (schema.FindType(name))
        {
            case EnumType type: EnumWriter.Write(code, type, configuration.Access); break;
            case InputObjectType type: new InputWriter(code, new CSharpTypes(new Scalars(configuration.Scalars), configuration.Namespace), configuration.Access).Write(type); break;
            default: return null;
        }

        return code.ToString();
    }
}
