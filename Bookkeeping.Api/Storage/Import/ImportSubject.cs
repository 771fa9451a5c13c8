using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>What the file of one subject holds, and how it is stored.</summary>
internal abstract class ImportSubject
{
    /// <summary>The file's name.</summary>
    public abstract string File { get; }

    /// <summary>How many lines were read.</summary>
    public abstract int Count { get; }

    /// <summary>Forgets what was read: the file is read from its first line.</summary>
    public abstract void Begin();

    /// <summary>Checks a line, and reports what is wrong with it.</summary>
    public abstract void Read(ImportLine line, ImportReferences references);

    /// <summary>Finds references to entities of this subject that are neither in the file nor in the database.</summary>
    public abstract Task FindMissingAsync(ImportReferences references, CancellationToken cancel);

    /// <summary>Stores the lines, all of which are checked.</summary>
    public abstract Task SaveAsync(IAsyncEnumerable<ImportLine> lines, ImportScope scope, CancellationToken cancel);
}

/// <summary>What an import has done so far, for what follows from it.</summary>
/// <param name="Now">The time of the import.</param>
/// <param name="HistoryIsTold">Whether the files tell the history of what they change; then the import adds none of its own, and takes versions as told.</param>
internal sealed record ImportScope(DateTimeOffset Now, bool HistoryIsTold)
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
    /// <summary>How many keys are looked for at a time.</summary>
    private const int KeysAtATime = 500;

    private readonly Dictionary<TKey, int> lines = [];

    /// <inheritdoc/>
    public sealed override int Count => lines.Count;

    /// <summary>Columns to take although only the entity itself sets them.</summary>
    protected virtual string[] AlsoColumns => [];

    /// <summary>How many entities are held in memory at a time.</summary>
    protected virtual int ChunkSize => 500;

    /// <summary>The database, within the import's transaction.</summary>
    protected BookkeepingDb Db => db;

    private ImportColumns Columns => field ??= ImportColumns.Of(db.Model.FindEntityType(typeof(TEntity))!, AlsoColumns);

    private string KeyColumn => field ??= db.Model.FindEntityType(typeof(TEntity))!.FindPrimaryKey()!.Properties.Single().Name;

    /// <inheritdoc/>
    public override void Begin() => lines.Clear();

    /// <inheritdoc/>
    public sealed override void Read(ImportLine line, ImportReferences references)
    {
        var row = Parse(line, references);
        var keyName = Naming.CamelCase(KeyColumn);
        if (row.Key is null || !line.Has(keyName)) return;
        if (row.Key is < 0) line.Report($"`{keyName}` is {row.Key}; it cannot be negative.");
        Check(row);
        if (!lines.TryAdd(row.Key, line.Number)) line.Report($"`{keyName}` {row.Key} stands on line {lines[row.Key]} already.");
    }

    /// <inheritdoc/>
    public sealed override async Task FindMissingAsync(ImportReferences references, CancellationToken cancel)
    {
        var unknown = references.To(typeof(TEntity)).Where(key => !lines.ContainsKey((TKey)key)).ToHashSet();
        foreach (var keys in unknown.Cast<TKey>().Chunk(KeysAtATime))
            foreach (var stored in await Stored(keys).Select(entity => EF.Property<TKey>(entity, KeyColumn)).ToListAsync(cancel)) unknown.Remove(stored);
        references.SetMissing(typeof(TEntity), File, unknown);
    }

    /// <inheritdoc/>
    public sealed override async Task SaveAsync(IAsyncEnumerable<ImportLine> lines, ImportScope scope, CancellationToken cancel)
    {
        var nowhere = new ImportReferences();
        await foreach (var chunk in Ordered(lines.Select(line => Parse(line, nowhere))).Chunk(ChunkSize).WithCancellation(cancel))
        {
            db.ChangeTracker.Clear();
            await SaveChunkAsync(await LoadAsync(chunk, scope, cancel), scope, cancel);
            Stamp(chunk, scope.Now);
            await db.SaveChangesAsync(cancel);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Reads what a line says beside its columns.</summary>
    protected abstract TRow ReadRow(ImportLine line, TKey key, IReadOnlyList<ColumnValue> columns, ImportReferences references);

    /// <summary>Compares a row with those before it, and reports what is wrong.</summary>
    protected virtual void Check(TRow row)
    {
    }

    /// <summary>Makes an entity that is not stored yet.</summary>
    protected abstract TEntity New(TKey key);

    /// <summary>The order in which rows must be stored.</summary>
    protected virtual IAsyncEnumerable<TRow> Ordered(IAsyncEnumerable<TRow> unordered) => unordered;

    /// <summary>The stored entities with these keys, with what belongs to them.</summary>
    protected virtual IQueryable<TEntity> Stored(TKey[] keys) => db.Set<TEntity>().Where(entity => keys.Contains(EF.Property<TKey>(entity, KeyColumn)));

    /// <summary>Changes the entities of a chunk by what their rows say beside columns.</summary>
    protected virtual Task SaveChunkAsync(IReadOnlyList<ImportedEntity<TEntity, TRow>> chunk, ImportScope scope, CancellationToken cancel) => Task.CompletedTask;

    private TRow Parse(ImportLine line, ImportReferences references)
    {
        var key = line.Required<TKey>(Naming.CamelCase(KeyColumn));
        var row = ReadRow(line, key!, line.Columns(Columns), references);
        line.RefuseTheRest();
        return row;
    }

    private async Task<List<ImportedEntity<TEntity, TRow>>> LoadAsync(TRow[] chunk, ImportScope scope, CancellationToken cancel)
    {
        var stored = await Stored([.. chunk.Select(row => row.Key)]).ToDictionaryAsync(entity => (TKey)db.Entry(entity).Property(KeyColumn).CurrentValue!, cancel);
        var loaded = new List<ImportedEntity<TEntity, TRow>>();
        foreach (var row in chunk)
        {
            var isNew = !stored.TryGetValue(row.Key, out var entity);
            entity ??= New(row.Key);
            foreach (var value in row.Columns.Where(value => scope.HistoryIsTold || value.Column.Name != nameof(Runs.Run.Version))) value.SetOn(entity);
            loaded.Add(new(entity, row, isNew));
            if (isNew) db.Add(entity);
        }

        return loaded;
    }

    /// <summary>Sets the times of creation and change that the lines do not tell. What a line does not change keeps its own.</summary>
    private void Stamp(TRow[] chunk, DateTimeOffset now)
    {
        // An environment's times are those of the control system: not known is not now.
        if (Columns.ByName.GetValueOrDefault("updatedAt") is not { IsNullable: false } updatedAt) return;
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
