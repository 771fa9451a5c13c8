using System.Reflection;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Turns a member of a C# type into a field in another way than the plain one. The first convention that answers decides.</summary>
public interface IFieldConvention
{
    /// <summary>Makes the field of a member.</summary>
    /// <param name="member">A public property, or a public method of a root or extension class.</param>
    /// <param name="declaringType">The type that gets the field.</param>
    /// <param name="builder">Gives the graph types of C# types and registers new ones.</param>
    /// <returns>The field; null to leave it to the next convention.</returns>
    Field? CreateField(MemberInfo member, FieldsType declaringType, SchemaBuilder builder);

    /// <summary>Adds what the type has beside its C# members (a global id, an interface).</summary>
    void CompleteType(FieldsType type, SchemaBuilder builder);

    /// <summary>Adds what the root types have beside their C# members (<c>node</c>), once all types stand.</summary>
    void CompleteSchema(SchemaBuilder builder);
}
