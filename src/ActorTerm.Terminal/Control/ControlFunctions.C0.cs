namespace ActorTerm.Terminal.Control;

internal sealed partial class ControlFunctions
{
    /// <summary>C0 control characters: ECMA-48 5.2.</summary>
    public void Execute(byte control)
    {
        screen.ForgetLastGraphic();
        if (control is 0x09 or 0x0a or 0x0d) _copying?.Add([control]);
        switch (control)
        {
            case 0x07: events.Bell(); break;                          // BEL
            case 0x08: screen.Back(1); break;                         // BS
            case 0x09: screen.Tab(1); break;                          // HT
            case 0x0a or 0x0b or 0x0c: LineFeed(); break;             // LF, VT, FF
            case 0x0d: CarriageReturn(); break;                       // CR
            case 0x0e: Invoke(1); break;                              // SO, LS1
            case 0x0f: Invoke(0); break;                              // SI, LS0
        }
    }

    private void LineFeed()
    {
        LeaveLine();
        screen.Index();
        if (Modes.NewLine) screen.CarriageReturn();
    }

    private void CarriageReturn()
    {
        LeaveLine();
        screen.CarriageReturn();
    }

    /// <summary>Locking shifts into GL.</summary>
    private void Invoke(int set) => screen.Charsets = screen.Charsets with { Left = set };
}
