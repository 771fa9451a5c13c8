namespace Bookkeeping.Web.Display;

/// <summary>Switches as the control room writes them.</summary>
internal static class OnOff
{
    /// <summary>On, Off, or a dash when it is not known.</summary>
    public static string Text(bool? value) => value switch { true => "On", false => "Off", null => "-" };
}
