namespace ActorTerm.Terminal.Parsing;

/// <summary>The states of Paul Williams' parser for DEC terminals (vt100.net/emu/dec_ansi_parser), without those for 8-bit controls.</summary>
internal enum VtState : byte
{
    Ground,
    Escape,
    EscapeIntermediate,
    CsiEntry,
    CsiParameter,
    CsiIntermediate,
    CsiIgnore,
    DcsEntry,
    DcsParameter,
    DcsIntermediate,
    DcsPassthrough,
    DcsIgnore,
    OscString,

    /// <summary>SOS, PM and APC: read to their end and dropped.</summary>
    IgnoredString,
}

/// <summary>What a byte does on its way from one <see cref="VtState"/> to the next.</summary>
internal enum VtAction : byte
{
    Ignore,
    Execute,

    /// <summary>Forget parameters, intermediates and marker.</summary>
    Clear,
    Collect,
    Marker,
    Parameter,
    EscDispatch,
    CsiDispatch,
    DcsHook,
    DcsPut,

    /// <summary>A string ends and has its effect; ESC also begins the next sequence.</summary>
    StringEnd,

    /// <summary>A string ends without effect.</summary>
    StringCancel,
    OscStart,
    OscPut,

    /// <summary>The byte belongs to no sequence: drop the sequence and look at the byte again in <see cref="VtState.Ground"/>.</summary>
    Reread,
}
