using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Sorting;

/// <summary>A value that rows are sorted by.</summary>
/// <param name="Path">The references that lead from the row to the one that has the value; mostly none.</param>
/// <param name="Member">The value.</param>
/// <param name="IsDescending">Whether the largest comes first, and null last.</param>
internal sealed record OrderKey(IReadOnlyList<Reference> Path, EntityMember Member, bool IsDescending)
{
    /// <summary>What a cursor's fingerprint tells orders apart by.</summary>
    public string Name => string.Concat(Path.Select(r => r.Property.Name + ".")) + Member.Name + (IsDescending ? "-" : "+");

    /// <summary>The value's C# type, never a nullable one.</summary>
    public Type ValueType => Member.Comparison!.ValueType;

    /// <summary>Whether two keys sort by the same value.</summary>
    public bool HasSameValueAs(OrderKey other) => Member == other.Member && Path.SequenceEqual(other.Path);

    /// <summary>The value's expression.</summary>
    public Operand Read(Operand row, QueryScope scope)
    {
        foreach (var reference in Path)
            row = new Operand(Expression.Property(row.Expression, reference.Property), row.IsNullable || reference.IsNullable);
        return Member.Read(row, scope);
    }
}
