using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Exports;

/// <summary>The columns of an export that names none.</summary>
internal static class UsualColumns
{
    /// <summary>The usual columns of a list: all values that its rows have of their own. What a page shows is the page's to say.</summary>
    /// <exception cref="FormatException">There is no such list.</exception>
    public static IReadOnlyList<string> Of(Schema schema, string list)
    {
        if (!ListExportDocument.Lists(schema).Contains(list)) return [];
        var row = (FieldsType)((FieldsType)schema.QueryType!.Fields[list].Type.Named).Fields["nodes"].Type.Named;
        return [.. row.Fields.Where(field => field.Type.IsLeaf && field.Type.Nullable is not ListType && !field.Arguments.Any(argument => argument.IsRequired)).Select(field => field.Name)];
    }
}
