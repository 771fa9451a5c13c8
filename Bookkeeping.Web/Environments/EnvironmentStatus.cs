namespace Bookkeeping.Web.Environments;

/// <summary>Statuses of environments as pages write them.</summary>
internal static class EnvironmentStatus
{
    /// <summary>What the letters of a status history mean.</summary>
    public const string Legend = "P pending, S standby, D deployed, C configured, R running, E error, X destroyed or done";

    /// <summary><c>S-D-C-R-E-X</c>.</summary>
    public static string Spell(string? sequence) => string.IsNullOrEmpty(sequence) ? "-" : string.Join('-', sequence.ToCharArray());

    /// <summary>The badge's colour; its word is the status.</summary>
    public static string Colour(string? status) => status switch
    {
        "RUNNING" => "live",
        "ERROR" => "bad",
        "CONFIGURED" or "DEPLOYED" => "accent",
        _ => "",
    };
}
