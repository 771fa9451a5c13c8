using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Api.Storage;

/// <summary>The rows of a query, whose values are taken from SQLite by one call each. The provider's own reader makes up to six, each with its safe handle,
/// and that was the greatest part of reading a list. Whatever is rare is left to it.</summary>
/// <param name="rows">The provider's reader.</param>
internal sealed class SqliteRows(SqliteDataReader rows) : DbDataReader
{
    private const string Library = "e_sqlite3";

    // SQLITE_NULL.
    private const int NullType = 5;

    private nint statement = HandleOf(rows);
    private string?[] latest = [];

    /// <inheritdoc/>
    public override int Depth => rows.Depth;

    /// <inheritdoc/>
    public override int FieldCount => rows.FieldCount;

    /// <inheritdoc/>
    public override bool HasRows => rows.HasRows;

    /// <inheritdoc/>
    public override bool IsClosed => rows.IsClosed;

    /// <inheritdoc/>
    public override int RecordsAffected => rows.RecordsAffected;

    /// <inheritdoc/>
    public override object this[int ordinal] => rows[ordinal];

    /// <inheritdoc/>
    public override object this[string name] => rows[name];

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => ColumnType(statement, ordinal) == NullType;

    /// <inheritdoc/>
    public override long GetInt64(int ordinal)
    {
        var value = ColumnInt64(statement, ordinal);

        // SQLite gives 0 for null, which the provider refuses.
        return value != 0 ? value : rows.GetInt64(ordinal);
    }

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => (int)GetInt64(ordinal);

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    /// <inheritdoc/>
    public override double GetDouble(int ordinal)
    {
        var value = ColumnDouble(statement, ordinal);
        return value != 0 ? value : rows.GetDouble(ordinal);
    }

    /// <inheritdoc/>
    public override string GetString(int ordinal)
    {
        var start = ColumnText(statement, ordinal);
        return start == 0 ? rows.GetString(ordinal) : Text(start, ColumnBytes(statement, ordinal), ordinal);
    }

    /// <inheritdoc/>
    public override bool Read() => rows.Read();

    /// <inheritdoc/>
    public override bool NextResult()
    {
        var isThere = rows.NextResult();
        statement = isThere ? HandleOf(rows) : 0;
        return isThere;
    }

    /// <inheritdoc/>
    public override void Close() => rows.Close();

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => rows.GetByte(ordinal);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        rows.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => rows.GetChar(ordinal);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        rows.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => rows.GetDataTypeName(ordinal);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => rows.GetDateTime(ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => rows.GetDecimal(ordinal);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    /// <inheritdoc/>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => rows.GetFieldType(ordinal);

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal) => rows.GetFieldValue<T>(ordinal);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => rows.GetFloat(ordinal);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => rows.GetGuid(ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => rows.GetInt16(ordinal);

    /// <inheritdoc/>
    public override string GetName(int ordinal) => rows.GetName(ordinal);

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => rows.GetOrdinal(name);

    /// <inheritdoc/>
    public override Stream GetStream(int ordinal) => rows.GetStream(ordinal);

    /// <inheritdoc/>
    public override TextReader GetTextReader(int ordinal) => rows.GetTextReader(ordinal);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => rows.GetValue(ordinal);

    /// <inheritdoc/>
    public override int GetValues(object[] values) => rows.GetValues(values);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }

    // The text of a row is often that of the row before: the period, the definition, the quality.
    private string Text(nint start, int length, int ordinal)
    {
        if (length == 0) return "";
        var text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), start), length);
        if (ordinal >= latest.Length) Array.Resize(ref latest, rows.FieldCount);
        if (latest[ordinal] is { } known && Ascii.Equals(text, known)) return known;
        return latest[ordinal] = Encoding.UTF8.GetString(text);
    }

    private static nint HandleOf(SqliteDataReader rows) => rows.Handle?.DangerousGetHandle() ?? 0;

    [DllImport(Library, EntryPoint = "sqlite3_column_type", ExactSpelling = true), SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ColumnType(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true), SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long ColumnInt64(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_double", ExactSpelling = true), SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern double ColumnDouble(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_text", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ColumnText(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes", ExactSpelling = true), SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ColumnBytes(nint statement, int column);
}
