namespace Bookkeeping.Web.Lists;

/// <summary>A column of a list that its reader may leave out.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Place">Its place in the table, from 1; the key of the rows has the first and always stays.</param>
public sealed record ListColumn(string Name, string Label, int Place);
