namespace ActorTerm.Terminal.Rows;

/// <summary>The line attribute of DECSWL, DECDWL and DECDHL (ESC # 5, 6, 3 and 4). All but <see cref="Single"/> show half as many columns.</summary>
public enum LineSize : byte
{
    Single,
    DoubleWidth,
    DoubleHeightTop,
    DoubleHeightBottom,
}
