namespace ActorTerm.Terminal.Keys;

/// <summary>What a program asked for that decides the bytes of a key. The default value is a terminal after a reset.</summary>
/// <param name="ApplicationCursor">DECCKM, CSI ? 1 h: cursor keys as SS3.</param>
/// <param name="ApplicationKeypad">DECKPAM, ESC =, or DECNKM, CSI ? 66 h: keypad keys as SS3.</param>
/// <param name="BackarrowIsBackspace">DECBKM, CSI ? 67 h: the Backspace key sends BS and Control with it DEL; otherwise the other way round.</param>
/// <param name="NewLine">LNM, CSI 20 h: Enter sends CR LF.</param>
/// <param name="OtherKeys">modifyOtherKeys, CSI &gt; 4 ; n m.</param>
/// <param name="Kitty">The flags on top of the kitty protocol's stack, CSI &gt; n u; they beat the other modes.</param>
public readonly record struct KeyModes(
    bool ApplicationCursor = false,
    bool ApplicationKeypad = false,
    bool BackarrowIsBackspace = false,
    bool NewLine = false,
    ModifyOtherKeys OtherKeys = ModifyOtherKeys.Off,
    KittyKeyboardFlags Kitty = KittyKeyboardFlags.None);
