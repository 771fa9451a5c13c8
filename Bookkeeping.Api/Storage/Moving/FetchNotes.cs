namespace Bookkeeping.Api.Storage.Moving;

/// <summary>What was strange when lists were fetched; kept with them, for a command that goes on later does not see it again.</summary>
internal static class FetchNotes
{
    /// <summary>Notes something about a list.</summary>
    public static void Add(string folder, string list, string note) => File.AppendAllText(PathOf(folder), $"{list}\t{note}\n");

    /// <summary>Puts all notes into a report.</summary>
    public static void Tell(string folder, MoveReport report)
    {
        if (!File.Exists(PathOf(folder))) return;
        foreach (var note in File.ReadLines(PathOf(folder)).Select(line => line.Split('\t')).Where(note => note.Length == 2)) report.Add(note[0], "(list)", note[1]);
    }

    private static string PathOf(string folder) => Path.Combine(folder, "fetched", "notes.txt");
}
