using System.Buffers;

namespace ActorTerm.Terminal.Keys;

/// <summary>Key to bytes, as the program in the terminal asked for them. A key that has no bytes there (a release, Caps Lock) gives none.</summary>
public static class KeyEncoder
{
    /// <returns>Empty when the program would not see the key.</returns>
    public static byte[] Encode(KeyEvent key, KeyModes modes)
    {
        var sequence = new KeySequence(stackalloc byte[KeySequence.MaximumLength]);
        Encode(key, modes, ref sequence);
        return sequence.Bytes.ToArray();
    }

    public static void Encode(KeyEvent key, KeyModes modes, IBufferWriter<byte> destination)
    {
        var sequence = new KeySequence(stackalloc byte[KeySequence.MaximumLength]);
        Encode(key, modes, ref sequence);
        destination.Write(sequence.Bytes);
    }

    private static void Encode(KeyEvent key, KeyModes modes, ref KeySequence to)
    {
        if (key.Kind == KeyEventKind.Release) return;                  // reported from level 2 of the kitty protocol on
        if (modes.Kitty.HasFlag(KittyKeyboardFlags.DisambiguateEscapeCodes)) KittyKeys.Encode(key, ref to);
        else LegacyKeys.Encode(key, modes, ref to);
    }
}
