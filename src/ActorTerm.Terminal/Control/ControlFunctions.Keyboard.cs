using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

/// <summary>The kitty keyboard protocol's flags (sw.kovidgoyal.net/kitty/keyboard-protocol) and xterm's modifyOtherKeys.</summary>
internal sealed partial class ControlFunctions
{
    private KeyboardFlagStack _mainKeyboard = new();
    private KeyboardFlagStack _alternateKeyboard = new();

    private KeyboardFlagStack Keyboard => screen.IsAlternate ? _alternateKeyboard : _mainKeyboard;

    private void PushKeyboard(int flags)
    {
        Keyboard.Push((KittyKeyboardFlags)flags & KittyKeyboardFlags.Supported);
        ApplyKeyboard();
    }

    private void PopKeyboard(int count)
    {
        Keyboard.Pop(count);
        ApplyKeyboard();
    }

    /// <param name="how">1 these flags and no others, 2 these too, 3 without these.</param>
    private void ChangeKeyboard(int flags, int how)
    {
        var given = (KittyKeyboardFlags)flags & KittyKeyboardFlags.Supported;
        Keyboard.Current = how switch
        {
            1 => given,
            2 => Keyboard.Current | given,
            3 => Keyboard.Current & ~given,
            _ => Keyboard.Current,
        };
        ApplyKeyboard();
    }

    private void ApplyKeyboard()
    {
        var before = Modes;
        screen.Modes = before with { KittyKeyboard = Keyboard.Current };
        SayModes(before);
    }

    /// <summary>CSI &gt; 4 ; n m; without n, back to what it was at the start. Other resources than 4 are fixed here.</summary>
    private void SetModifyOtherKeys(in CsiSequence csi)
    {
        if (csi.Parameters.Length > 0 && csi.Value(0) != 4) return;
        var value = csi.Value(1);
        if (value > (int)ModifyOtherKeys.All) return;
        var before = Modes;
        screen.Modes = before with { ModifyOtherKeys = (ModifyOtherKeys)value };
        SayModes(before);
    }

    private void ResetKeyboard()
    {
        _mainKeyboard = new KeyboardFlagStack();
        _alternateKeyboard = new KeyboardFlagStack();
    }
}
