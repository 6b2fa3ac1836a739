namespace ActorTerm.Terminal.Keys;

/// <summary>One mouse event in cells.</summary>
/// <param name="Action">What happened. The wheel only ever presses.</param>
/// <param name="Button">What was pressed, released, or held during a move.</param>
/// <param name="Column">0-based from the left. Pixels instead when the terminal reports pixels (mode 1016).</param>
/// <param name="Row">0-based from the top.</param>
/// <param name="Modifiers">Shift, Alt and Control; the protocols carry no others.</param>
public readonly record struct MouseReport(MouseAction Action, MouseButton Button, int Column, int Row, KeyModifiers Modifiers = KeyModifiers.None);

public enum MouseAction : byte
{
    Press,
    Release,
    Move,
}

/// <summary>The numbers are those of the wire once its flags for motion and modifiers are taken off: 64 up is the wheel, 128 up the extra buttons.</summary>
public enum MouseButton : byte
{
    Left = 0,
    Middle = 1,
    Right = 2,

    /// <summary>No button held during a move, or an unknown one released in a protocol that does not say which.</summary>
    None = 3,
    WheelUp = 64,
    WheelDown = 65,
    WheelLeft = 66,
    WheelRight = 67,
    Back = 128,
    Forward = 129,
    Button10 = 130,
    Button11 = 131,
}
