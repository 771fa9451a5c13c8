using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>What the files of one subject hold, and how it is stored.</summary>
internal abstract class ImportSubject
{
    /// <summary>The file's name.</summary>
    public abstract string File { get; }

    /// <summary>How many lines were read.</summary>
    public abstract int Count { get; }

    /// <summary>Reads a line, and reports what is wrong with it.</summary>
    public abstract void Read(ImportLine line, int number, ImportReferences references);

    /// <summary>Reports references to entities of this subject that are neither in the file nor in the database.</summary>
    public abstract Task CheckReferencesAsync(ImportReferences references, CancellationToken cancel);

    /// <summary>Stores all lines.</summary>
    public abstract Task SaveAsync(ImportScope scope, CancellationToken cancel);
}

/// <summary>What an import has done so far, for what follows from it.</summary>
/// <param name="Now">The time of the import.</param>
internal sealed record ImportScope(DateTimeOffset Now)
{
    /// <summary>Runs that were in the files.</summary>
    public HashSet<int> Runs { get; } = [];

    /// <summary>Fills that were in the files, or have or had runs that were.</summary>
    public HashSet<int> Fills { get; } = [];
}

/// <summary>A line as read.</summary>
/// <param name="Line">Where it came from.</param>
/// <param name="Key">The entity's key.</param>
/// <param name="Columns">The columns it names.</param>
internal record ImportRow<TKey>(ImportLine Line, TKey Key, IReadOnlyList<ColumnValue> Columns);

/// <summary>A row beside its entity.</summary>
internal readonly record struct ImportedEntity<TEntity, TRow>(TEntity Entity, TRow Row, bool IsNew);

/// <summary>The import of one kind of entity.</summary>
internal abstract class ImportSubject<TEntity, TKey, TRow>(BookkeepingDb db) : ImportSubject
    where TEntity : class
    where TKey : notnull
    where TRow : ImportRow<TKey>
{
    /// <summary>How many entities are held in memory at a time.</summary>
    private const int ChunkSize = 500;

    private readonly Dictionary<TKey, int> lines = [];

    private readonly List<TRow> rows = [];

    private ImportColumns? columns;

    /// <inheritdoc/>
    public sealed override int Count => rows.Count;

    /// <summary>Columns to take although only the entity itself sets them.</summary>
    protected virtual string[] AlsoColumns => [];

    /// <summary>The database, within the import's transaction.</summary>
    protected BookkeepingDb Db => db;

    private string KeyColumn => db.Model.FindEntityType(typeof(TEntity))!.FindPrimaryKey()!.Properties.Single().Name;

    /// <inheritdoc/>
    public sealed override void Read(ImportLine line, int number, ImportReferences references)
    {
        var keyName = Naming.CamelCase(KeyColumn);
        var key = line.Required<TKey>(keyName);
        columns ??= ImportColumns.Of(db.Model.FindEntityType(typeof(TEntity))!, AlsoColumns);
        var row = ReadRow(line, key!, line.Columns(columns), references);
        line.RefuseTheRest();
        if (key is null || !line.Has(keyName)) return;
        if (key is < 0) line.Report($"`{keyName}` is {key}; it cannot be negative.");
        if (!lines.TryAdd(key, number)) line.Report($"`{keyName}` {key} stands on line {lines[key]} already.");
        rows.Add(row);
    }

    /// <inheritdoc/>
    public sealed override async Task CheckReferencesAsync(ImportReferences references, CancellationToken cancel)
    {
        var unknown = references.To(typeof(TEntity)).Where(reference => !lines.ContainsKey((TKey)reference.Key)).ToList();
        var stored = new HashSet<TKey>();
        foreach (var keys in unknown.Select(reference => (TKey)reference.Key).Distinct().Chunk(ChunkSize))
            stored.UnionWith(await Stored(keys).Select(entity => EF.Property<TKey>(entity, KeyColumn)).ToListAsync(cancel));
        foreach (var (line, key) in unknown.Where(reference => !stored.Contains((TKey)reference.Key)))
            line.Report($"There is no {typeof(TEntity).Name} {key}, neither in {File} nor in the database.");
    }

    /// <inheritdoc/>
    public sealed override async Task SaveAsync(ImportScope scope, CancellationToken cancel)
    {
        foreach (var chunk in Ordered(rows).Chunk(ChunkSize))
        {
            db.ChangeTracker.Clear();
            await SaveChunkAsync(await LoadAsync(chunk, cancel), scope, cancel);
            Stamp(chunk, scope.Now);
            await db.SaveChangesAsync(cancel);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Reads what a line says beside its columns.</summary>
    protected abstract TRow ReadRow(ImportLine line, TKey key, IReadOnlyList<ColumnValue> columns, ImportReferences references);

    /// <summary>Makes an entity that is not stored yet.</summary>
    protected abstract TEntity New(TKey key);

    /// <summary>The order in which rows must be stored.</summary>
    protected virtual IEnumerable<TRow> Ordered(IEnumerable<TRow> unordered) => unordered;

    /// <summary>The stored entities with these keys, with what belongs to them.</summary>
    protected virtual IQueryable<TEntity> Stored(TKey[] keys) => db.Set<TEntity>().Where(entity => keys.Contains(EF.Property<TKey>(entity, KeyColumn)));

    /// <summary>Changes the entities of a chunk by what their rows say beside columns.</summary>
    protected virtual Task SaveChunkAsync(IReadOnlyList<ImportedEntity<TEntity, TRow>> chunk, ImportScope scope, CancellationToken cancel) => Task.CompletedTask;

    private async Task<List<ImportedEntity<TEntity, TRow>>> LoadAsync(TRow[] chunk, CancellationToken cancel)
    {
        var stored = await Stored([.. chunk.Select(row => row.Key)]).ToDictionaryAsync(entity => (TKey)db.Entry(entity).Property(KeyColumn).CurrentValue!, cancel);
        var loaded = new List<ImportedEntity<TEntity, TRow>>();
        foreach (var row in chunk)
        {
            var isNew = !stored.TryGetValue(row.Key, out var entity);
            entity ??= New(row.Key);
            foreach (var value in row.Columns) value.SetOn(entity);
            loaded.Add(new(entity, row, isNew));
            if (isNew) db.Add(entity);
        }

        return loaded;
    }

    /// <summary>Sets the times of creation and change that the lines do not tell. What a line does not change keeps its own.</summary>
    private void Stamp(TRow[] chunk, DateTimeOffset now)
    {
        // An environment's times are those of the control system: not known is not now.
        if (columns!.ByName.GetValueOrDefault("updatedAt") is not { IsNullable: false } updatedAt) return;
        var told = chunk.ToDictionary(row => row.Key, row => row.Columns.Select(value => value.Column.Name).ToHashSet());
        foreach (var entry in db.ChangeTracker.Entries<TEntity>())
        {
            var names = told[(TKey)entry.Property(KeyColumn).CurrentValue!];
            var created = entry.Property("CreatedAt");
            if (entry.State == EntityState.Added && !names.Contains("CreatedAt")) created.CurrentValue = now;
            if (names.Contains(updatedAt.Name)) continue;
            if (entry.State == EntityState.Added) entry.Property(updatedAt.Name).CurrentValue = created.CurrentValue;
            if (entry.State == EntityState.Modified) entry.Property(updatedAt.Name).CurrentValue = now;
        }
    }
}
