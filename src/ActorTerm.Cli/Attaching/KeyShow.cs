using System.Globalization;
using System.Text;
using System.Threading.Channels;
using ActorTerm.Cli.Verbs;
using ActorTerm.Client;

namespace ActorTerm.Cli.Attaching;

/// <summary>Prints each key of this terminal as it is pressed, as the host reads it, and what it is bound to in a session, until C-c.</summary>
internal sealed class KeyShow(Session session)
{
    private const string Last = "C-c";

    /// <summary>How long an ESC waits for the rest of a key: as long as a session waits for one of an attached viewer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly Channel<byte[]> _typed = Channel.CreateBounded<byte[]>(16);      // reads of the terminal; it keeps what does not fit

    /// <exception cref="UsageException">Standard input or output is no terminal.</exception>
    public async Task Run(CancellationToken cancel)
    {
        using var terminal = RawTerminal.EnterForKeys();
        new Thread(ReadTerminal) { IsBackground = true, Name = "terminal input" }.Start();
        Say("press keys; C-c ends");
        var waiting = Array.Empty<byte>();
        while (await Next(waiting.Length > 0, cancel) is { } bytes)
        {
            byte[] typed = [.. waiting, .. bytes];
            if (typed.Length == 0) return;

            var explained = await session.ExplainKeysAsync(typed, complete: bytes.Length == 0, cancel);
            foreach (var key in explained.Keys)
            {
                Say($"{key.Name ?? "(no key)",-16}{Hex(key.Bytes.Span),-26}{KeysVerb.Describe(key.Binding)}");
                if (key.Name == Last) return;
            }

            waiting = typed[^explained.Waiting..];
        }
    }

    /// <returns>Empty when nothing followed in time; null at the end of the input.</returns>
    private async Task<byte[]?> Next(bool isWaiting, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (isWaiting) patience.CancelAfter(Patience);
        try
        {
            return await _typed.Reader.ReadAsync(patience.Token);
        }
        catch (ChannelClosedException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return [];
        }
    }

    private void ReadTerminal()
    {
        var buffer = new byte[4096];
        while (RawTerminal.Read(buffer) is > 0 and var count)
        {
            var typed = buffer[..count];
            if (!_typed.Writer.TryWrite(typed)) _typed.Writer.WriteAsync(typed).AsTask().GetAwaiter().GetResult();
        }

        _typed.Writer.TryComplete();
    }

    private static void Say(string line) => RawTerminal.Write(Encoding.UTF8.GetBytes(line.TrimEnd() + "\r\n"));

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var one in bytes) text.Append(one is 0x1b ? "ESC " : one is > 0x20 and < 0x7f ? $"{(char)one} " : string.Create(CultureInfo.InvariantCulture, $"{one:x2} "));
        return text.ToString();
    }
}
