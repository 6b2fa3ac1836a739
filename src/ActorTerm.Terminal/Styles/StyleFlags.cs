namespace ActorTerm.Terminal.Styles;

/// <summary>What SGR and DECSCA can switch on in a cell, underlines apart (<see cref="UnderlineStyle"/>).</summary>
[Flags]
public enum StyleFlags : ushort
{
    None = 0,
    Bold = 1 << 0,
    Faint = 1 << 1,
    Italic = 1 << 2,
    Blink = 1 << 3,

    /// <summary>SGR 6.</summary>
    RapidBlink = 1 << 4,
    Inverse = 1 << 5,
    Invisible = 1 << 6,
    Strikethrough = 1 << 7,
    Overline = 1 << 8,

    /// <summary>DECSCA, or SPA of ECMA-48: selective erase leaves the cell alone. No part of SGR, so SGR 0 keeps it.</summary>
    Protected = 1 << 9,
}

/// <summary>SGR 4, 21 and 4:n; the values are those of n.</summary>
public enum UnderlineStyle : byte
{
    None = 0,
    Single = 1,
    Double = 2,
    Curly = 3,
    Dotted = 4,
    Dashed = 5,
}
