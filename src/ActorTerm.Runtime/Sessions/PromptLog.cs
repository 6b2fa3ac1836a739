using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// The prompts a shell announced by OSC 133, oldest first and bounded. Marks come as A (prompt starts), B (prompt ends, command is
/// typed), C (command runs), D (command ended); a mark that does not fit the order is ignored, as iTerm2 does.
/// </summary>
internal sealed class PromptLog(int max)
{
    private readonly List<PromptInfo> _prompts = [];
    private long _lastId;

    public PromptInfo? Last => _prompts.LastOrDefault();

    public PromptInfo? Find(string? id) => id is null ? Last : _prompts.Find(prompt => prompt.Id == id);

    public IReadOnlyList<string> Ids(string? first, string? last)
    {
        var from = first is null ? 0 : _prompts.FindIndex(prompt => prompt.Id == first);
        var to = last is null ? _prompts.Count - 1 : _prompts.FindIndex(prompt => prompt.Id == last);
        return from < 0 || to < from ? [] : [.. _prompts.GetRange(from, to - from + 1).Select(prompt => prompt.Id)];
    }

    /// <summary>A: a prompt begins here. A prompt begun and never finished is replaced.</summary>
    public void PromptStarted(Position at, string? directory)
    {
        if (Last is { State: PromptState.Editing, Command: null }) _prompts.RemoveAt(_prompts.Count - 1);
        if (_prompts.Count == max) _prompts.RemoveAt(0);
        _prompts.Add(new PromptInfo($"prompt-{++_lastId}", new Area(at, at), null, null, directory, "", PromptState.Editing, null));
    }

    /// <summary>B: the prompt ended and the command is typed from here. Null when no prompt was begun.</summary>
    public PromptInfo? CommandTyped(Position at)
    {
        if (Last is not { State: PromptState.Editing, Command: null } prompt) return null;
        return Replace(prompt with { Prompt = prompt.Prompt is { } started ? started with { End = at } : null, Command = new Area(at, at) });
    }

    /// <summary>C: the command runs and its output starts here. Null unless B came before.</summary>
    public PromptInfo? CommandStarted(Position at, string command)
    {
        if (Last is not { State: PromptState.Editing, Command: { } range } prompt) return null;
        return Replace(prompt with
        {
            Command = range with { End = at },
            Output = new Area(at, at),
            CommandText = command,
            State = PromptState.Running,
        });
    }

    /// <summary>D: the command ended. Between B and C it was abandoned: the prompt is finished without a status. Null when nothing ran.</summary>
    public PromptInfo? CommandEnded(Position at, int? status) => Last switch
    {
        { State: PromptState.Running, Output: { } output } prompt =>
            Replace(prompt with { Output = output with { End = at }, State = PromptState.Finished, ExitStatus = status ?? 0 }),
        { State: PromptState.Editing, Command: not null } prompt => Replace(prompt with { State = PromptState.Finished }),
        _ => null,
    };

    /// <summary>The screen was rewrapped: every place that is kept goes where its text went.</summary>
    public void Move(Func<long, int, (long Line, int Column)> map)
    {
        for (var i = 0; i < _prompts.Count; i++)
        {
            var prompt = _prompts[i];
            _prompts[i] = prompt with { Prompt = Moved(prompt.Prompt, map), Command = Moved(prompt.Command, map), Output = Moved(prompt.Output, map) };
        }
    }

    private static Area? Moved(Area? area, Func<long, int, (long Line, int Column)> map) =>
        area is { } known ? new Area(Moved(known.Start, map), Moved(known.End, map)) : null;

    private static Position Moved(Position position, Func<long, int, (long Line, int Column)> map)
    {
        var (line, column) = map(position.Y, position.X);
        return new Position(column, line);
    }

    private PromptInfo Replace(PromptInfo prompt)
    {
        _prompts[^1] = prompt;
        return prompt;
    }
}
