using System.Text;
using ActorTerm.Language;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// What was copied in this session, by a key or by its program: its own, as long as it lives, and for keys to paste.
internal sealed partial class SessionActor
{
    /// <summary>For the expression of a key that copies; as iTerm2.</summary>
    private static readonly TimeSpan CopyTimeout = TimeSpan.FromSeconds(5);

    private string _clipboard = "";                 // bounded, as is the selection: actorterm.terminal.osc-limit
    private string _selection = "";
    private HashSet<KeyCopies>? _copying;            // keys whose expression is being evaluated; null until there is one

    private void CopyByKey(string text, KeyCaller caller)
    {
        var copies = new KeyCopies(caller, caller.Report?.Wait() ?? 0);
        (_copying ??= []).Add(copies);
        _invocations.Tell(new InvocationsProtocol.Evaluate(copies, 0, text, InterpolationMode.Strict, _variables.Owner.Scope, CopyTimeout), Self);
    }

    private void TakeCopy(KeyCopies copies, InvocationsProtocol.Evaluated m)
    {
        if (_copying?.Remove(copies) is not true) return;

        var error = m.Text is null ? $"the text to copy could not be evaluated: {m.Error?.Message}"
            : Encoding.UTF8.GetByteCount(m.Text) > _settings.Terminal.OscLimit ? $"the text to copy is longer than {_settings.Terminal.OscLimit} bytes (actorterm.terminal.osc-limit)"
            : null;
        if (error is not null)
        {
            FailKey(error, copies.Caller);
        }
        else
        {
            _clipboard = m.Text!;
            copies.Caller.Viewer?.Tell(new Copied(_clipboard), Self);
        }

        copies.Caller.Report?.Answered(copies.Key, error, null);
    }

    /// <summary>The program copied something, which it may only where the settings say so. It cannot read it back.</summary>
    /// <param name="selection">Letters as of OSC 52; none means all.</param>
    private void CopyByProgram(string selection, ReadOnlyMemory<byte> data)
    {
        var text = Encoding.UTF8.GetString(data.Span);
        if (selection.Length == 0 || selection.Contains('c', StringComparison.Ordinal)) _clipboard = text;
        if (selection.Length == 0 || selection.AsSpan().ContainsAny('p', 's')) _selection = text;
    }

    private void PasteByKey(KeysProtocol.KeyAction action, KeyCaller caller, bool copies)
    {
        var text = action.Number == KeysProtocol.KeyActions.PasteSpecial ? _clipboard : _selection;
        if (!KeysProtocol.PasteTransform.TryParse(action.Text, out var transform, out var wrong)) FailAtOnce($"the key's paste cannot be done: {wrong}", caller);
        else if (text.Length == 0) FailAtOnce("nothing was copied in this session", caller);
        else if (transform.BytesOf(text, _terminal.Modes.BracketedPaste) is { } bytes) SendByKey(bytes, caller, copies);
        else FailAtOnce("the key's paste cannot be done: its Regex ran out of time", caller);
    }

    private sealed record KeyCopies(KeyCaller Caller, int Key)
    {
        public bool Equals(KeyCopies? other) => ReferenceEquals(this, other);      // one for each press

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
