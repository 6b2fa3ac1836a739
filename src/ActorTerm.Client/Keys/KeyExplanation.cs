using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>Bytes of a terminal as keys.</summary>
/// <param name="Waiting">So many bytes at the end begin a key that is not complete.</param>
public sealed record KeyExplanations(IReadOnlyList<KeyExplanation> Keys, int Waiting)
{
    internal static KeyExplanations Of(ExplainKeysResponse m) => new([.. m.Keys.Select(KeyExplanation.Of)], m.Waiting);
}

/// <param name="Bytes">The bytes it came as.</param>
/// <param name="Name">As tmux spells it; null for what is no key, such as a paste.</param>
/// <param name="Binding">Null: nothing is bound to it, and the program gets it.</param>
public sealed record KeyExplanation(ReadOnlyMemory<byte> Bytes, string? Name, KeyBinding? Binding)
{
    internal static KeyExplanation Of(ExplainedKey m) =>
        new(m.Bytes.Memory, m.HasName ? m.Name : null, m.Binding is { } binding ? KeyBinding.Of(binding) : null);
}
