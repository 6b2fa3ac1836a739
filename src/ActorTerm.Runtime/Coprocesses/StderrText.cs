using System.Text;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>The beginning of what a process writes to its standard error, as text: UTF-8, with U+FFFD for what is none.</summary>
internal sealed class StderrText(int limit)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _text = new();
    private int _lineStart;

    /// <summary>Something was dropped.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds bytes; a character may be cut between two pieces.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsCut) return;

        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        Keep(characters.AsSpan(0, _decoder.GetChars(bytes, characters, flush: false)));
    }

    /// <summary>Lines that are whole since the last call.</summary>
    public IEnumerable<string> TakeLines()
    {
        for (var i = _lineStart; i < _text.Length; i++)
        {
            if (_text[i] != '\n') continue;

            yield return _text.ToString(_lineStart, i - _lineStart).TrimEnd('\r');
            _lineStart = i + 1;
        }
    }

    /// <summary>All there is, with a note when that is not all there was.</summary>
    public override string ToString() => IsCut ? $"{_text}\n[cut: only the first {limit} characters are kept]" : _text.ToString();

    /// <summary>No more will come: an unfinished character at the end is none.</summary>
    public void End()
    {
        if (IsCut) return;

        var rest = new char[2];
        Keep(rest.AsSpan(0, _decoder.GetChars([], rest, flush: true)));
    }

    private void Keep(ReadOnlySpan<char> characters)
    {
        var room = limit - _text.Length;
        IsCut = characters.Length > room;
        _text.Append(IsCut ? characters[..room] : characters);
    }
}
