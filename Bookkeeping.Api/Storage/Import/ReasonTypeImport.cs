using Bookkeeping.Api.Runs;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports <c>reason-types.jsonl</c>: reasons that may be chosen, before any run has them.</summary>
internal sealed class ReasonTypeImport(BookkeepingDb db) : ImportSubject
{
    private readonly HashSet<(string Category, string Title)> types = [];

    public override string File => "reason-types.jsonl";

    public override int Count => types.Count;

    public override void Begin() => types.Clear();

    public override void Read(ImportLine line, ImportReferences references)
    {
        var type = (line.Required<string>("category") ?? "", line.Value<string>("title") ?? "");
        line.RefuseTheRest();
        if (!types.Add(type)) line.Report($"The reason {type} stands there twice.");
    }

    public override Task FindMissingAsync(ImportReferences references, CancellationToken cancel) => Task.CompletedTask;

    // They were all read when they were checked, and are few.
    public override async Task SaveAsync(IAsyncEnumerable<ImportLine> lines, ImportScope scope, CancellationToken cancel)
    {
        var stored = await db.ReasonTypes.Select(type => new { type.Category, type.Title }).ToListAsync(cancel);
        db.AddRange(types.Except(stored.Select(type => (type.Category, type.Title))).Select(type => new ReasonType { Category = type.Category, Title = type.Title }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
