using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Storage;

public sealed class StorageCommandsTests
{
    private readonly StringWriter output = new();

    private readonly StringWriter errors = new();

    [OnBothDatabases]
    public async Task Migrate_says_what_it_did(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        Assert.Equal(0, await MigrateAsync(database));
        Assert.Contains("applied 0001 logbook", output.ToString());
        Assert.Equal(0, await MigrateAsync(database));
        Assert.Contains("up to date", output.ToString());
        Assert.Equal(2, await MigrateAsync(database, "now"));
        Assert.Contains("usage: migrate", errors.ToString());
    }

    [OnBothDatabases]
    public async Task Import_reads_a_folder_into_a_new_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateUnmigratedAsync(kind);
        var folder = Directory.CreateTempSubdirectory("bookkeeping-import-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "runs.jsonl"), """{"runNumber": 1}""");
        Assert.Equal(0, await ImportAsync(database, folder));
        Assert.Contains("runs.jsonl: 1 lines", output.ToString());

        await File.WriteAllTextAsync(Path.Combine(folder, "fills.jsonl"), "{}");
        Assert.Equal(1, await ImportAsync(database, folder));
        Assert.Contains("fills.jsonl, line 1: `fillNumber` is missing.", errors.ToString());
        Assert.Contains("Nothing was imported.", errors.ToString());
        Directory.Delete(folder, recursive: true);

        Assert.Equal(2, await ImportAsync(database, folder));
        Assert.Contains($"There is no folder {folder}.", errors.ToString());
        Assert.Equal(2, await ImportAsync(database));
        Assert.Contains("usage: import FOLDER", errors.ToString());
        await using var db = database.Open();
        Assert.Equal(1, await db.Runs.CountAsync());
    }

    [OnBothDatabases]
    public async Task Export_writes_a_new_folder_or_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("bookkeeping-export-").FullName;
        var target = Path.Combine(folder, "new");
        Assert.Equal(0, await ExportAsync(database, target));
        Assert.Contains("users.jsonl: 1 lines", output.ToString());
        Assert.Equal("""{"userId":0,"externalId":0,"name":"Anonymous"}""" + "\n", await File.ReadAllTextAsync(Path.Combine(target, "users.jsonl")));

        Assert.Equal(2, await ExportAsync(database, target));
        Assert.Contains($"{target} is there and not empty", errors.ToString());
        Assert.Equal(2, await ExportAsync(database));
        Assert.Equal(2, await ExportAsync(database, "--leave-out-lost"));
        Assert.Contains("usage: export FOLDER [--leave-out-lost]", errors.ToString());

        await using var unmigrated = await TestDatabase.CreateUnmigratedAsync(kind);
        var broken = Path.Combine(folder, "broken");
        await Assert.ThrowsAnyAsync<Exception>(() => ExportAsync(unmigrated, broken));
        Assert.Empty(Directory.GetFiles(broken));
        Directory.Delete(folder, recursive: true);
    }

    private Task<int> ExportAsync(TestDatabase database, params string[] args) => ExportCommand.RunAsync(args, Context(database), CancellationToken.None);

    private Task<int> MigrateAsync(TestDatabase database, params string[] args) => MigrateCommand.RunAsync(args, Context(database), CancellationToken.None);

    private Task<int> ImportAsync(TestDatabase database, params string[] args) => ImportCommand.RunAsync(args, Context(database), CancellationToken.None);

    private CommandContext Context(TestDatabase database) => new(database.Address, new AttachmentStore(Options.Create(new AttachmentOptions())), TimeProvider.System, output, errors);
}
