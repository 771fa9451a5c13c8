using System.Linq.Expressions;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>How the journal's fields of a subject are columns of its row.</summary>
/// <typeparam name="T">The subject's class.</typeparam>
internal abstract class SubjectFields<T>
{
    private Dictionary<string, IReadOnlyProperty>? columns;

    /// <summary>How the database computes columns that it stores from others, by property.</summary>
    public required IReadOnlyDictionary<string, LambdaExpression> Stored { get; init; }

    /// <summary>Columns whose former values the journal does not tell: by property, the fields whose change changes them; none: any change does.</summary>
    public required IReadOnlyDictionary<string, string[]> Untold { get; init; }

    /// <summary>The property of a field, as in <c>Detectors</c> for <c>detectors.TPC</c>, and its column; null when it is none, but a list.</summary>
    public (string Name, IReadOnlyProperty? Column) Find(IReadOnlyModel model, string field)
    {
        columns ??= model.FindEntityType(typeof(T))!.GetProperties().ToDictionary(property => Naming.CamelCase(property.Name), StringComparer.Ordinal);
        if (columns.TryGetValue(field, out var column)) return (column.Name, column);
        var name = field.Split('.')[0];
        return (char.ToUpperInvariant(name[0]) + name[1..], null);
    }
}

/// <inheritdoc cref="SubjectFields{T}"/>
/// <typeparam name="T">The subject's class.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
internal sealed class SubjectFields<T, TKey> : SubjectFields<T>
{
    /// <summary>Finds the entries of some subjects; null for subjects that never change.</summary>
    public Func<IQueryable<JournalEntry>, List<TKey>, IQueryable<JournalEntry>>? History { get; init; }
}
