namespace ActorTerm.Cli.Attaching;

/// <summary>
/// Sorts what is typed: the key after the leader is a command for the view, everything else goes to the session. The leader twice types it
/// once.
/// </summary>
internal sealed class LeaderKeys(byte leader)
{
    private bool _armed;

    /// <summary>Adds up to one command; what stands behind it in the bytes is left for the next call.</summary>
    /// <param name="forSession">Bytes for the session are added.</param>
    /// <param name="command">The key after the leader; null when there was none.</param>
    /// <returns>How many of the bytes were taken.</returns>
    public int Take(ReadOnlySpan<byte> typed, List<byte> forSession, out char? command)
    {
        command = null;
        for (var i = 0; i < typed.Length; i++)
        {
            if (!_armed)
            {
                _armed = typed[i] == leader;
                if (!_armed) forSession.Add(typed[i]);
                continue;
            }

            _armed = false;
            if (typed[i] == leader)
            {
                forSession.Add(leader);
                continue;
            }

            command = (char)typed[i];
            return i + 1;
        }

        return typed.Length;
    }

    /// <summary>The byte of a key such as <c>C-b</c>: Control and a letter or one of <c>@ [ \ ] ^ _</c>, the keys that have one (ASCII, C0).</summary>
    /// <exception cref="UsageException">It is no such key.</exception>
    public static byte Parse(string key) => key is ['C', '-', var character] && char.ToUpperInvariant(character) is >= '@' and <= '_' and var upper
        ? (byte)(upper - '@')
        : throw new UsageException($"the leader must be Control and a letter or one of @ [ \\ ] ^ _, such as C-b, not {key}");
}
