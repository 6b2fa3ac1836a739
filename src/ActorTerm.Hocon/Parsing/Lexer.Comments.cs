namespace ActorTerm.Hocon.Parsing;

/// <summary>Comments make no tokens; those that have lines of their own are kept for the key below them.</summary>
internal sealed partial class Lexer
{
    private readonly List<string> _comment = [];
    private int _commentLine;       // the last line of the comment
    private int _contentLine;       // the last line that had anything but space and comments

    public string CommentAbove(int line) => _commentLine == line - 1 ? string.Join('\n', _comment) : "";

    private void SkipComment()
    {
        var sign = StartsWith("#") ? 1 : StartsWith("//") ? 2 : 0;
        if (sign == 0) return;

        var start = _position + sign;
        while (_position < _text.Length && _text[_position] != '\n') Advance();
        if (_contentLine < _line) Keep(_text[start.._position].Trim());
    }

    private void Keep(string text)
    {
        if (_commentLine != _line - 1) _comment.Clear();
        _comment.Add(text);
        _commentLine = _line;
    }
}
