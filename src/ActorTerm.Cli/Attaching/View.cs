using System.Text;
using System.Threading.Channels;
using ActorTerm.Client;

namespace ActorTerm.Cli.Attaching;

/// <summary>
/// A session live in this terminal, until the person detaches or the session is closed. The leader key begins a command: d detaches, n and p
/// go to the next and previous session, w lists them, [ looks at the scrollback, ? explains.
/// </summary>
internal sealed class View(Connection connection, byte leader, AttachOptions wish)
{
    private const string Help =
        "leader d   detach\r\nleader n   next session\r\nleader p   previous session\r\nleader w   choose a session\r\n"
        + "leader [   scrollback: arrows, pages, / n N, q\r\nleader ?   this help\r\nleader twice types the leader\r\n\r\nany key goes back";

    private const string Closed = "the session was closed";

    /// <summary>
    /// Reads of the terminal, of 4 KiB at most, that wait for the host. At the bound reading stops, and the terminal keeps what is typed, as it
    /// does for every program that is busy: more than anyone types while a host is slow, and room for what is pasted.
    /// </summary>
    private const int UnreadChunks = 64;

    private readonly LeaderKeys _keys = new(leader);
    private readonly Channel<byte[]> _typed = Channel.CreateBounded<byte[]>(UnreadChunks);
    private ReadOnlyMemory<byte> _unread;                  // of the last chunk: what stood behind a command or the last key of a cover

    /// <returns>What to tell the person at the end.</returns>
    public async Task<string> Run(string session, CancellationToken cancel)
    {
        using var terminal = RawTerminal.Enter();
        new Thread(ReadTerminal) { IsBackground = true, Name = "terminal input" }.Start();
        while (true)
        {
            var (columns, rows) = RawTerminal.Size();
            await using var attachment = await connection.App.Session(session).AttachAsync(wish with { Columns = columns, Rows = rows }, cancel);
            void Resize()
            {
                var (width, height) = RawTerminal.Size();
                _ = attachment.ResizeAsync(width, height).AsTask();
            }

            terminal.Resized += Resize;
            var next = await ShowUntilEnd(attachment, session, cancel);
            terminal.Resized -= Resize;
            if (next.Session is null) return next.Farewell;

            session = next.Session;
        }
    }

    /// <summary>What a closing session says last can be lost to a key or a credit that was on its way; then the host is asked.</summary>
    /// <exception cref="ConnectionLostException">The host is gone.</exception>
    private async Task<(string? Session, string Farewell)> ShowUntilEnd(Attachment attachment, string session, CancellationToken cancel)
    {
        try
        {
            return await Show(attachment, session, cancel);
        }
        catch (ConnectionLostException) when (!cancel.IsCancellationRequested)
        {
            var sessions = await connection.App.ListSessionsAsync(cancel);
            if (sessions.Any(one => one.Id == session)) throw;

            return (null, Closed);
        }
    }

    private async Task<(string? Session, string Farewell)> Show(Attachment attachment, string session, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var covered = new Cover();
        var drawing = DrawFrames(attachment, covered);
        var typing = Type(attachment, session, covered, over.Token);
        var first = await Task.WhenAny(drawing, typing);
        await over.CancelAsync();
        return first == drawing ? (null, await drawing) : await typing;
    }

    /// <returns>Why there are no more frames.</returns>
    /// <exception cref="ConnectionLostException">The host is gone.</exception>
    private static async Task<string> DrawFrames(Attachment attachment, Cover covered)
    {
        await foreach (var message in attachment.Messages)
        {
            if (message is not AttachMessage.Frame frame) continue;

            await covered.Uncovered();               // no credit while something else is shown: the host draws the newest afterwards
            RawTerminal.Write(frame.Bytes.Span);
            await attachment.CreditAsync();
        }

        return Closed;
    }

    private async Task<(string? Session, string Farewell)> Type(Attachment attachment, string session, Cover covered, CancellationToken cancel)
    {
        while (await ReadTyped(cancel) is { IsEmpty: false } typed)
        {
            var forSession = new List<byte>();
            _unread = typed[_keys.Take(typed.Span, forSession, out var command)..];
            if (forSession.Count > 0) await attachment.SendKeysAsync(forSession.ToArray());
            switch (command)
            {
                case 'd':
                    return (null, "detached");
                case 'n' or 'p':
                    if (await Neighbour(session, command == 'n' ? 1 : -1, cancel) is { } neighbour && neighbour != session) return (neighbour, "");
                    break;
                case 'w':
                    if (await Choose(attachment, session, covered, cancel) is { } chosen && chosen != session) return (chosen, "");
                    break;
                case '[':
                    await Look(attachment, session, covered, cancel);
                    break;
                case '?':
                    await Cover(attachment, covered, () => [.. ViewSequences.Blank, .. Encoding.UTF8.GetBytes(Help)], _ => false, cancel);
                    break;
            }
        }

        return (null, "the terminal is gone");
    }

    private async Task<string?> Neighbour(string session, int step, CancellationToken cancel)
    {
        var sessions = await connection.App.ListSessionsAsync(cancel);
        var at = sessions.ToList().FindIndex(one => one.Id == session);
        return sessions.Count == 0 ? null : sessions[((at + step) % sessions.Count + sessions.Count) % sessions.Count].Id;
    }

    private async Task<string?> Choose(Attachment attachment, string session, Cover covered, CancellationToken cancel)
    {
        var list = new ChoiceScreen(await connection.App.ListSessionsAsync(cancel), session, RawTerminal.Size().Rows);
        await Cover(attachment, covered, list.Draw, list.Type, cancel);
        return list.Chosen?.Id;
    }

    private async Task Look(Attachment attachment, string session, Cover covered, CancellationToken cancel)
    {
        var capture = await connection.App.Session(session).CaptureAsync(CaptureOptions.Everything, cancel);
        var (columns, rows) = RawTerminal.Size();
        var pager = new PagerScreen([.. capture.Lines.Select(line => line.Text)], columns, rows);
        await Cover(attachment, covered, pager.Draw, pager.Type, cancel);
    }

    /// <summary>Shows something else until it is done with, then the session again.</summary>
    private async Task Cover(Attachment attachment, Cover covered, Func<byte[]> draw, Func<string, bool> type, CancellationToken cancel)
    {
        covered.Begin();
        RawTerminal.Write(ViewSequences.PlainKeys);
        var looking = true;
        while (looking)
        {
            RawTerminal.Write(draw());
            if (await ReadTyped(cancel) is not { IsEmpty: false } typed) break;

            var keys = Encoding.UTF8.GetString(typed.Span);
            while (looking && keys.Length > 0)
            {
                var first = TypedKeys.FirstLength(keys);
                looking = type(keys[..first]);
                keys = keys[first..];
            }

            _unread = Encoding.UTF8.GetBytes(keys);
        }

        RawTerminal.Write([.. ViewSequences.PreviousKeys, .. ViewSequences.Blank, .. ViewSequences.ShowCursor]);
        await attachment.RepaintAsync();
        covered.End();
    }

    /// <returns>Empty when the terminal is gone.</returns>
    private async ValueTask<ReadOnlyMemory<byte>> ReadTyped(CancellationToken cancel)
    {
        var unread = _unread;
        _unread = default;
        if (!unread.IsEmpty) return unread;

        return await _typed.Reader.WaitToReadAsync(cancel) && _typed.Reader.TryRead(out var typed) ? typed : default;
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
}
