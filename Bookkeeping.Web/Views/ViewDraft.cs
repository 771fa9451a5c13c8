namespace Bookkeeping.Web.Views;

/// <summary>A saved view as a form has it.</summary>
public sealed class ViewDraft
{
    public int Number { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    public bool IsShared { get; set; }
}
