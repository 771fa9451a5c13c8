using System.Diagnostics;

namespace Bookkeeping.Api.Storage;

/// <summary>A bar on a console, drawn anew at most ten times a second; nothing where no one looks.</summary>
/// <param name="output">The console.</param>
/// <param name="isShown">Whether somebody looks; null: whether the program's error output is a console.</param>
internal sealed class ConsoleProgress(TextWriter output, bool? isShown = null) : IProgress<(long Done, long Total)>
{
    private const int Width = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool shows = isShown ?? !Console.IsErrorRedirected;
    private long drawnAt;

    /// <inheritdoc/>
    public void Report((long Done, long Total) value)
    {
        if (!shows || value.Total == 0) return;
        if (value.Done < value.Total && drawnAt != 0 && Stopwatch.GetElapsedTime(drawnAt) < Pause) return;
        drawnAt = Stopwatch.GetTimestamp();
        var filled = (int)(value.Done * Width / value.Total);
        output.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value.Done * 100 / value.Total,3} % of {value.Total}");
    }

    /// <summary>Goes on below the bar.</summary>
    public void End()
    {
        if (drawnAt != 0) output.WriteLine();
        drawnAt = 0;
    }
}
