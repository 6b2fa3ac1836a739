namespace ActorTerm.Terminal.Keys;

/// <summary>xterm's modifyOtherKeys: which keys that type a character are sent as CSI 27 ; modifiers ; code ~ when modified.</summary>
public enum ModifyOtherKeys : byte
{
    Off = 0,

    /// <summary>Those whose modified form has no byte of its own, as Control-comma.</summary>
    Ambiguous = 1,

    /// <summary>All of them, Control-a too; a character that only Shift makes stays a character.</summary>
    All = 2,
}
