using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Storage;

/// <summary>Tables that link two subjects and hold nothing else.</summary>
internal static class LinkTables
{
    /// <summary>Stores a relation of many to many in a table of two columns, found from either side.</summary>
    /// <param name="relation">The relation, declared from the side of <paramref name="leftColumn"/>.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="leftColumn">The key of the declaring side.</param>
    /// <param name="rightColumn">The key of the other side.</param>
    public static void UsingLinkTable<TLeft, TRight>(
        this CollectionCollectionBuilder<TRight, TLeft> relation, string table, string leftColumn, string rightColumn)
        where TLeft : class
        where TRight : class =>
        relation.UsingEntity<Dictionary<string, object>>(
            table,
            link => link.HasOne<TRight>().WithMany().HasForeignKey(rightColumn).OnDelete(DeleteBehavior.Restrict),
            link => link.HasOne<TLeft>().WithMany().HasForeignKey(leftColumn).OnDelete(DeleteBehavior.Restrict),
            link =>
            {
                link.ToTable(table);
                link.HasKey(leftColumn, rightColumn);
                link.HasIndex(rightColumn, leftColumn);
            });
}
