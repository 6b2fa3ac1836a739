using static ActorTerm.Terminal.Parsing.VtAction;
using static ActorTerm.Terminal.Parsing.VtState;

namespace ActorTerm.Terminal.Parsing;

/// <summary>
/// State and byte to action and next state, as <c>action &lt;&lt; 4 | state</c>. Differences from Williams' diagram: UTF-8 instead of 8-bit controls,
/// so a byte of 0x80 or more inside a sequence ends it and is text; ':' is a parameter character; BEL ends an operating system command.
/// </summary>
internal static class VtTransitions
{
    private const int States = 14;

    public static readonly byte[] Table = Build();

    private static byte[] Build()
    {
        var table = new byte[States * 256];

        void On(VtState state, int first, int last, VtAction action, VtState next)
        {
            for (var value = first; value <= last; value++) table[(int)state << 8 | value] = (byte)((int)action << 4 | (int)next);
        }

        foreach (var state in Enum.GetValues<VtState>()) On(state, 0x00, 0xff, Ignore, state);

        foreach (var state in (VtState[])[Ground, Escape, EscapeIntermediate, CsiEntry, CsiParameter, CsiIntermediate, CsiIgnore])
        {
            On(state, 0x00, 0x1f, Execute, state);
            On(state, 0x80, 0xff, Reread, Ground);
        }

        foreach (var state in (VtState[])[DcsEntry, DcsParameter, DcsIntermediate]) On(state, 0x80, 0xff, Reread, Ground);

        On(Escape, 0x20, 0x2f, Collect, EscapeIntermediate);
        On(Escape, 0x30, 0x7e, EscDispatch, Ground);
        On(Escape, '[', '[', Clear, CsiEntry);
        On(Escape, 'P', 'P', Clear, DcsEntry);
        On(Escape, ']', ']', OscStart, OscString);
        foreach (var introducer in "X^_") On(Escape, introducer, introducer, Ignore, IgnoredString);
        On(EscapeIntermediate, 0x20, 0x2f, Collect, EscapeIntermediate);
        On(EscapeIntermediate, 0x30, 0x7e, EscDispatch, Ground);

        Sequence(CsiEntry, CsiParameter, CsiIntermediate, CsiIgnore, CsiDispatch, Ground);
        Sequence(DcsEntry, DcsParameter, DcsIntermediate, DcsIgnore, DcsHook, DcsPassthrough);
        On(CsiIgnore, 0x40, 0x7e, Ignore, Ground);

        void Sequence(VtState entry, VtState parameter, VtState intermediate, VtState ignore, VtAction dispatch, VtState then)
        {
            On(entry, '0', ';', Parameter, parameter);
            On(entry, '<', '?', Marker, parameter);
            On(parameter, '0', ';', Parameter, parameter);
            On(parameter, '<', '?', Ignore, ignore);
            On(intermediate, '0', '?', Ignore, ignore);
            foreach (var state in (VtState[])[entry, parameter, intermediate])
            {
                On(state, 0x20, 0x2f, Collect, intermediate);
                On(state, 0x40, 0x7e, dispatch, then);
            }
        }

        On(DcsPassthrough, 0x00, 0x7e, DcsPut, DcsPassthrough);
        On(DcsPassthrough, 0x80, 0xff, DcsPut, DcsPassthrough);
        On(OscString, 0x20, 0xff, OscPut, OscString);
        On(OscString, 0x07, 0x07, StringEnd, Ground);

        // From anywhere: CAN and SUB end everything, ESC begins anew.
        foreach (var state in Enum.GetValues<VtState>())
        {
            var isString = state is OscString or DcsPassthrough;
            On(state, 0x18, 0x18, isString ? StringCancel : Execute, Ground);
            On(state, 0x1a, 0x1a, isString ? StringCancel : Execute, Ground);
            On(state, 0x1b, 0x1b, isString ? StringEnd : Clear, Escape);
        }

        return table;
    }
}
