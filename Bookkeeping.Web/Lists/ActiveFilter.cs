using Bookkeeping.Web.Display;

namespace Bookkeeping.Web.Lists;

/// <summary>A filter in use.</summary>
/// <param name="Field">The filter.</param>
/// <param name="Text">Its value as written in the address.</param>
public sealed record ActiveFilter(FilterField Field, string Text)
{
    /// <summary>The value as a person reads it.</summary>
    public string Words
    {
        get
        {
            if (Field.Control is TimeControl && ControlRoomTime.Parse(Text) is { } time) return ControlRoomTime.Text(time);
            if (Field.Control is not (ManyControl or CompareControl)) return Text;
            var (sign, operand) = Field.Control.Split(Text);
            var meaning = sign.Length == 0 ? "" : Field.Control.Operators.First(o => o.Value == sign).Label + " ";
            return (meaning + string.Join(", ", Items.Of(operand))).Trim();
        }
    }
}
