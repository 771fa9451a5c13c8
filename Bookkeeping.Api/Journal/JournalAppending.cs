using System.Data.Common;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Timeline;
using Npgsql;

namespace Bookkeeping.Api.Journal;

/// <summary>Appends entries at the journal's end, so that readers see them in the order of commits and without gaps. See <c>docs/decisions/0006-journal-order.md</c>.</summary>
internal static class JournalAppending
{
    // "jour" in ASCII: the lock that committing transactions take one after the other on PostgreSQL.
    private const int LockKey = 0x6A6F7572;

    private const string Columns = "at, subject, key, version, kind, user_id, system, reason, run_number, fill_number, environment_id, tag_text, is_on_timeline, changes";

    // Each statement sees what was committed before it began: the greatest position is looked up behind the lock.
    private static readonly string Insert =
        $"INSERT INTO {JournalTable.Name} (position, first_position, {Columns}) "
        + $"SELECT last + 1, last + 1 - @place, {string.Join(", ", Columns.Split(", ").Select(column => "@" + column))} "
        + $"FROM (SELECT COALESCE(MAX(position), 0) AS last FROM {JournalTable.Name}) AS tail";

    /// <summary>Appends an entry for each subject changed; the transaction is committed next.</summary>
    public static async Task AppendAsync(DbTransaction transaction, Change change, CancellationToken cancel)
    {
        var at = change.At ?? TimeProvider.System.GetUtcNow();
        var rows = change.Subjects.Where(Matters).Select((subject, place) => Values(subject, place, change, at)).ToList();
        if (rows.Count == 0) return;
        if (transaction.Connection is NpgsqlConnection connection) await AppendInBatchesAsync(connection, rows, cancel);
        else await AppendOneByOneAsync(transaction, rows, cancel);
    }

    // Fields that got their old values back leave nothing to tell.
    private static bool Matters(SubjectChange subject) => subject.Kind != ChangeKind.Changed || subject.Fields.Count > 0;

    private static (string Column, object? Value)[] Values(SubjectChange subject, int place, Change change, DateTimeOffset at) =>
    [
        ("place", place),
        ("at", at),
        ("subject", EnumText<JournalSubject>.Of(subject.Subject)),
        ("key", subject.KeyText),
        ("version", subject.Version ?? 1),
        ("kind", EnumText<ChangeKind>.Of(subject.Kind)),
        ("user_id", change.Actor.UserId),
        ("system", change.Actor.UserId is null ? change.Actor.Name : null),
        ("reason", change.Reason),
        ("run_number", KeyOf(subject, JournalSubject.Run)),
        ("fill_number", KeyOf(subject, JournalSubject.Fill)),
        ("environment_id", KeyOf(subject, JournalSubject.Environment)),
        ("tag_text", KeyOf(subject, JournalSubject.Tag)),
        ("is_on_timeline", TimelineFields.Concern(subject.Subject, subject.Kind, subject.Fields)),
        ("changes", FieldChange.Write(subject.Fields)),
    ];

    private static object? KeyOf(SubjectChange subject, JournalSubject kind) => subject.Subject == kind ? subject.Key : null;

    private static async Task AppendInBatchesAsync(NpgsqlConnection connection, List<(string Column, object? Value)[]> rows, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock({LockKey})"));
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(Insert);
            foreach (var (column, value) in row)
                command.Parameters.Add(new NpgsqlParameter(column, TypeOf(column)) { Value = value is DateTimeOffset at ? Cut(at) : value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        // Heard by the other servers on this database once the transaction is committed.
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"NOTIFY {JournalNotifications.Channel}"));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static async Task AppendOneByOneAsync(DbTransaction transaction, List<(string Column, object? Value)[]> rows, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        foreach (var (column, _) in rows[0])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i].Value is DateTimeOffset at ? at.ToUnixTimeMilliseconds() : row[i].Value ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static NpgsqlTypes.NpgsqlDbType TypeOf(string column) => column switch
    {
        "at" => NpgsqlTypes.NpgsqlDbType.TimestampTz,
        "place" or "version" or "user_id" or "run_number" or "fill_number" => NpgsqlTypes.NpgsqlDbType.Integer,
        "is_on_timeline" => NpgsqlTypes.NpgsqlDbType.Boolean,
        _ => NpgsqlTypes.NpgsqlDbType.Text,
    };

    private static DateTimeOffset Cut(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
