namespace ActorTerm.Terminal.Keys;

/// <summary>What is held down. The bits are the wire's: a modifier parameter is one more than their sum (xterm ctlseqs, kitty protocol).</summary>
[Flags]
public enum KeyModifiers : byte
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Control = 4,
    Super = 8,
    Hyper = 16,
    Meta = 32,
    CapsLock = 64,
    NumLock = 128,

    /// <summary>Locks are no modifiers to a program that did not ask for them.</summary>
    Locks = CapsLock | NumLock,
}
