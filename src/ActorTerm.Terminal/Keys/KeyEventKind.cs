namespace ActorTerm.Terminal.Keys;

/// <summary>Numbered as the event types of the kitty protocol. Encodings without event types send a repeat as a press, and no release.</summary>
public enum KeyEventKind : byte
{
    Press = 1,
    Repeat = 2,
    Release = 3,
}
