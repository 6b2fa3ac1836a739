using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorTerm.Cli.Attaching;

/// <summary>
/// Sorts what is typed: the key after the leader is a command for the view, everything else goes to the session. The leader twice types it
/// once. It is known as a control character and as the kitty protocol and modifyOtherKeys write it: CSI 98 ; 5 u, CSI 27 ; 5 ; 98 ~.
/// </summary>
internal sealed class LeaderKeys(byte leader)
{
    private const int Alt = 2;             // bits of a modifier parameter less one
    private const int Control = 4;
    private const int Others = 8 | 16 | 32;
    private static readonly SearchValues<byte> Parameters = SearchValues.Create("0123456789:;"u8);
    private bool _armed;

    /// <summary>Adds up to one command; what stands behind it in the bytes is left for the next call.</summary>
    /// <param name="forSession">Bytes for the session are added.</param>
    /// <param name="command">The key after the leader; null when there was none.</param>
    /// <returns>How many of the bytes were taken.</returns>
    public int Take(ReadOnlySpan<byte> typed, List<byte> forSession, out char? command)
    {
        command = null;
        for (var i = 0; i < typed.Length;)
        {
            var length = ReleaseLength(typed[i..]);
            if (length > 0)
            {
                forSession.AddRange(typed.Slice(i, length));      // it may be awaited there, and is nothing here
                i += length;
                continue;
            }

            length = LeaderLength(typed[i..]);
            if (length == 0 && _armed)
            {
                _armed = false;
                command = (char)typed[i];
                return i + 1;
            }

            if (length == 0 || _armed) forSession.AddRange(typed.Slice(i, Math.Max(1, length)));
            _armed = length > 0 && !_armed;
            i += Math.Max(1, length);
        }

        return typed.Length;
    }

    /// <summary>How many bytes of the beginning are the release of a key, as the kitty protocol writes it: CSI 98 ; 5 : 3 u; 0 when it is something else.</summary>
    private static int ReleaseLength(ReadOnlySpan<byte> typed)
    {
        if (typed is not [0x1b, (byte)'[', .. var rest]) return 0;

        var length = rest.IndexOfAnyExcept(Parameters);
        if (length < 0 || rest[length] is not ((byte)'u' or (byte)'~' or (>= (byte)'A' and <= (byte)'Z'))) return 0;

        var fields = Encoding.ASCII.GetString(rest[..length]).Split(';');
        return fields.Length > 1 && fields[1].EndsWith(":3", StringComparison.Ordinal) ? length + 3 : 0;
    }

    /// <summary>How many bytes of the beginning are the leader; 0 when it is another key.</summary>
    private int LeaderLength(ReadOnlySpan<byte> typed)
    {
        if (typed[0] == leader) return 1;
        if (typed is not [0x1b, (byte)'[', ..]) return 0;

        var end = typed.IndexOfAnyInRange((byte)'a', (byte)'~');
        if (end < 0 || typed[end] is not ((byte)'u' or (byte)'~')) return 0;

        var fields = Encoding.ASCII.GetString(typed[2..end]).Split(';');
        var held = (typed[end], fields) switch
        {
            ((byte)'u', [var code, var modifiers]) when IsLeader(code.Split(':')) => modifiers.Split(':'),
            ((byte)'~', ["27", var modifiers, var code]) when IsLeader([code]) => [modifiers],
            _ => [],
        };
        return held is [_] or [_, "1" or "2"] && int.TryParse(held[0], CultureInfo.InvariantCulture, out var parameter)
            && ((parameter - 1) & (Alt | Control | Others)) == Control ? end + 1 : 0;
    }

    /// <param name="code">The key, and its alternates: with Shift, and on a US keyboard.</param>
    private bool IsLeader(string[] code) => code.Any(one =>
        int.TryParse(one, CultureInfo.InvariantCulture, out var value) && value is >= '@' and <= 'z' && (value & 0x1f) == leader);

    /// <summary>The byte of a key such as <c>C-b</c>: Control and a letter or one of <c>@ [ \ ] ^ _</c>, the keys that have one (ASCII, C0).</summary>
    /// <exception cref="UsageException">It is no such key.</exception>
    public static byte Parse(string key) => key is ['C', '-', var character] && char.ToUpperInvariant(character) is >= '@' and <= '_' and var upper
        ? (byte)(upper - '@')
        : throw new UsageException($"the leader must be Control and a letter or one of @ [ \\ ] ^ _, such as C-b, not {key}");
}
