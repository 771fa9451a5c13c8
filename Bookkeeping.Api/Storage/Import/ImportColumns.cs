using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>The columns of an entity that a line may name, by their names in the graph.</summary>
internal sealed class ImportColumns
{
    private ImportColumns(IEnumerable<IProperty> columns) => ByName = columns.ToDictionary(column => Naming.CamelCase(column.Name));

    /// <summary>The columns, in the order of the entity.</summary>
    public IReadOnlyDictionary<string, IProperty> ByName { get; }

    /// <summary>The columns that anybody may set: the others are keys, relations, or follow from these.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="also">Properties to take although only the entity itself sets them.</param>
    public static ImportColumns Of(IEntityType entity, params string[] also) => new(entity.GetProperties().Where(column =>
        !column.IsKey() && column.PropertyInfo is { } property && (property.SetMethod?.IsPublic == true || also.Contains(column.Name))));
}
