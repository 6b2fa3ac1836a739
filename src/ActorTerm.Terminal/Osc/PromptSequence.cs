using System.Globalization;
using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Osc;

/// <summary>
/// OSC 133, semantic prompts: which marks mean something where. C counts only after B; D ends what B or C began, and a D without parameters
/// nothing.
/// </summary>
internal sealed class PromptSequence
{
    private State _state;

    private enum State
    {
        Idle,
        Typing,
        Running,
    }

    /// <summary>A mark, not yet placed; null when it means nothing here.</summary>
    /// <param name="text">What follows <c>133 ;</c>.</param>
    public Step? Parse(string text)
    {
        var fields = text.Split(';');
        var id = Option(fields, "aid=");
        switch (fields[0])
        {
            case "A" or "N":
                _state = State.Idle;
                return new Step(FreshLine: true, (line, column) => new PromptMark.PromptStart(line, column, id, Kind(fields)));
            case "P":
                return new Step(FreshLine: false, (line, column) => new PromptMark.PromptStart(line, column, id, Kind(fields)));
            case "B":
                _state = State.Typing;
                return new Step(FreshLine: false, (line, column) => new PromptMark.CommandStart(line, column, id));
            case "C" when _state == State.Typing:
                _state = State.Running;
                return new Step(FreshLine: false, (line, column) => new PromptMark.OutputStart(line, column, id));
            case "D" when _state != State.Idle && fields.Length > 1:
                var exitCode = _state == State.Running ? ExitCode(fields[1]) : (int?)null;
                _state = State.Idle;
                return new Step(FreshLine: false, (line, column) => new PromptMark.CommandEnd(line, column, id, exitCode));
            default:
                return null;
        }
    }

    public void Reset() => _state = State.Idle;

    private static int ExitCode(string field) =>
        int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private static PromptKind Kind(string[] fields) => Option(fields, "k=") switch
    {
        "c" => PromptKind.Continuation,
        "s" => PromptKind.Secondary,
        "r" => PromptKind.Right,
        _ => PromptKind.Initial,
    };

    private static string? Option(string[] fields, string name)
    {
        var found = fields.FirstOrDefault(field => field.StartsWith(name, StringComparison.Ordinal));
        return found is null ? null : PlainText.Clean(found[name.Length..]);
    }

    /// <param name="FreshLine">The cursor must be at the start of a line first.</param>
    /// <param name="At">The mark at an absolute line and a column.</param>
    public sealed record Step(bool FreshLine, Func<long, int, PromptMark> At);
}
