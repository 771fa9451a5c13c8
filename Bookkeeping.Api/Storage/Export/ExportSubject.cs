using Bookkeeping.Api.Storage.Import;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>How one subject is written into its file.</summary>
internal abstract class ExportSubject
{
    /// <summary>The file's name, as an import knows it.</summary>
    public abstract string File { get; }

    /// <summary>How many lines there will be.</summary>
    public abstract Task<int> CountAsync(CancellationToken cancel);

    /// <summary>Writes a line for each entity, in the order of keys.</summary>
    public abstract Task WriteAsync(ExportFile file, CancellationToken cancel);
}

/// <summary>The export of one kind of entity.</summary>
internal abstract class ExportSubject<TEntity, TKey>(BookkeepingDb db) : ExportSubject
    where TEntity : class
    where TKey : notnull
{
    /// <summary>How many entities are held in memory at a time.</summary>
    private const int ChunkSize = 500;

    /// <summary>The database, within the export's snapshot.</summary>
    protected BookkeepingDb Db => db;

    /// <summary>Columns to write although only the entity itself sets them.</summary>
    protected virtual string[] AlsoColumns => [];

    /// <inheritdoc/>
    public override Task<int> CountAsync(CancellationToken cancel) => Rows.CountAsync(cancel);

    /// <inheritdoc/>
    public sealed override async Task WriteAsync(ExportFile file, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var key = entity.FindPrimaryKey()!.Properties.Single().PropertyInfo!;
        var columns = ImportColumns.Of(entity, AlsoColumns);
        var chunk = await Rows.Take(ChunkSize).ToListAsync(cancel);
        while (chunk.Count > 0)
        {
            await LoadPartsAsync(chunk, cancel);
            foreach (var row in chunk.Where(row => !IsLeftOut(row)))
                await file.WriteAsync(line =>
                {
                    line.Value(Naming.CamelCase(key.Name), key.GetValue(row));
                    line.Columns(row, columns);
                    WriteParts(line, row);
                }, cancel);

            chunk = await After((TKey)key.GetValue(chunk[^1])!).Take(ChunkSize).ToListAsync(cancel);
        }
    }

    /// <summary>All entities in the order of keys.</summary>
    protected abstract IQueryable<TEntity> Rows { get; }

    /// <summary>Those behind a key.</summary>
    protected abstract IQueryable<TEntity> After(TKey key);

    /// <summary>Reads what belongs to the entities of a chunk and did not come with them.</summary>
    protected virtual Task LoadPartsAsync(IReadOnlyList<TEntity> chunk, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Whether there is to be no line of an entity of a chunk.</summary>
    protected virtual bool IsLeftOut(TEntity entity) => false;

    /// <summary>Writes what a line says beside its columns.</summary>
    protected virtual void WriteParts(ExportLine line, TEntity entity)
    {
    }

    /// <summary>What a table of two columns links to the keys of a chunk, in order.</summary>
    protected async Task<ILookup<TKey, TLink>> LinksAsync<TLink>(string table, string left, string right, IEnumerable<TKey> keys, CancellationToken cancel)
    {
        var links = await db.Set<Dictionary<string, object>>(table).Where(row => keys.Contains(EF.Property<TKey>(row, left)))
            .OrderBy(row => EF.Property<TLink>(row, right)).ToListAsync(cancel);
        return links.ToLookup(row => (TKey)row[left], row => (TLink)row[right]);
    }
}
