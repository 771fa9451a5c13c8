using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Types.Costs;

/// <summary>The arguments and fields that a <c>@listSize</c> names are there.</summary>
internal static class ListSizeNames
{
    /// <summary>Checks the fields of all types.</summary>
    public static void Check(IEnumerable<NamedType> types, StartUp startUp)
    {
        foreach (var type in types.OfType<FieldsType>())
            foreach (var field in type.Fields)
                startUp.Try($"{type.Name}.{field.Name}", () => Check(field));
    }

    private static void Check(Field field)
    {
        if (ListSize.Of(field) is not { } size) return;
        if (size.SlicingArguments.FirstOrDefault(name => !field.Arguments.Contains(name)) is { } argument)
            throw Fault.Of($"its list size names the slicing argument {argument}, which it does not have.");
        if (size.SizedFields.FirstOrDefault(name => (field.Type.Named as FieldsType)?.Fields.Contains(name) != true) is { } missing)
            throw Fault.Of($"its list size names the sized field {missing}, which {field.Type.Named.Name} does not have.");
    }
}
