namespace Bookkeeping.Api.Storage.Import;

/// <summary>What lines refer to. First it is collected; once it is known what is missing, the lines that refer to that are told.</summary>
internal sealed class ImportReferences
{
    private readonly Dictionary<Type, HashSet<object>> referred = [];

    private readonly Dictionary<Type, (HashSet<object> Keys, string File)> missing = [];

    /// <summary>Whether anything is missing.</summary>
    public bool AreMissing => missing.Count > 0;

    /// <summary>Notes that a line needs an entity to be there, in the files or in the database.</summary>
    /// <param name="line">The line.</param>
    /// <param name="key">The entity's key; null refers to nothing.</param>
    public void Add<TEntity>(ImportLine line, object? key)
    {
        if (key is null) return;
        if (!referred.TryGetValue(typeof(TEntity), out var keys)) referred[typeof(TEntity)] = keys = [];
        keys.Add(key);
        if (missing.TryGetValue(typeof(TEntity), out var absent) && absent.Keys.Contains(key))
            line.Report($"There is no {typeof(TEntity).Name} {key}, neither in {absent.File} nor in the database.");
    }

    /// <summary>Notes several keys.</summary>
    public void AddAll<TEntity, TKey>(ImportLine line, IEnumerable<TKey>? keys)
    {
        foreach (var key in keys ?? []) Add<TEntity>(line, key);
    }

    /// <summary>The keys of one type of entity that lines refer to.</summary>
    public IReadOnlyCollection<object> To(Type entity) => referred.TryGetValue(entity, out var keys) ? keys : [];

    /// <summary>Notes what is neither in the files nor in the database.</summary>
    public void SetMissing(Type entity, string file, IEnumerable<object> keys)
    {
        HashSet<object> absent = [.. keys];
        if (absent.Count > 0) missing[entity] = (absent, file);
    }
}
