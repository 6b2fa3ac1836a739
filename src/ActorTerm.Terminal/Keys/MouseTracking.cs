namespace ActorTerm.Terminal.Keys;

/// <summary>Which mouse events a program asked for; the values are the DEC private modes that set them (xterm ctlseqs, "Mouse Tracking").</summary>
public enum MouseTracking : ushort
{
    Off = 0,

    /// <summary>Presses only, without modifiers.</summary>
    X10 = 9,

    /// <summary>Presses, releases and the wheel.</summary>
    Normal = 1000,

    /// <summary>And moves while a button is held.</summary>
    ButtonEvent = 1002,

    /// <summary>And all moves.</summary>
    AnyEvent = 1003,
}

/// <summary>How mouse events are written; the values are the DEC private modes that choose them.</summary>
public enum MouseEncoding : ushort
{
    /// <summary>CSI M and three bytes; nothing beyond column and row 223.</summary>
    Default = 0,

    /// <summary>The same with UTF-8 characters, up to 2,015.</summary>
    Utf8 = 1005,

    /// <summary>CSI &lt; button ; column ; row M, or m for a release.</summary>
    Sgr = 1006,

    /// <summary>CSI button ; column ; row M.</summary>
    Urxvt = 1015,

    /// <summary>As <see cref="Sgr"/>, in pixels.</summary>
    SgrPixels = 1016,
}
