namespace Bookkeeping.Api.Storage.Import;

/// <summary>What lines refer to, to be looked up once all lines are read.</summary>
internal sealed class ImportReferences
{
    private readonly Dictionary<Type, List<(ImportLine Line, object Key)>> references = [];

    /// <summary>Notes that a line needs an entity to be there, in the files or in the database.</summary>
    /// <param name="line">The line.</param>
    /// <param name="key">The entity's key; null refers to nothing.</param>
    public void Add<TEntity>(ImportLine line, object? key)
    {
        if (key is null) return;
        if (!references.TryGetValue(typeof(TEntity), out var list)) references[typeof(TEntity)] = list = [];
        list.Add((line, key));
    }

    /// <summary>Notes several keys.</summary>
    public void AddAll<TEntity, TKey>(ImportLine line, IEnumerable<TKey>? keys)
    {
        foreach (var key in keys ?? []) Add<TEntity>(line, key);
    }

    /// <summary>The references to entities of one type.</summary>
    public IReadOnlyList<(ImportLine Line, object Key)> To(Type entity) => references.TryGetValue(entity, out var list) ? list : [];
}
