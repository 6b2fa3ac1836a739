using System.Text.Json.Nodes;

namespace ActorTerm.Cli.Options;

/// <summary>A trigger on the command line: field by field, or whole.</summary>
internal sealed class TriggerOptions
{
    private static readonly string[] Actions =
    [
        "CoprocessTrigger", "MuteCoprocessTrigger", "ScriptTrigger", "SendTextTrigger", "iTermInjectTrigger", "iTermRPCTrigger", "iTermSetUserVariableTrigger",
        "iTermSetTitleTrigger", "iTermUserNotificationTrigger", "AlertTrigger", "BellTrigger", "CaptureTrigger", "MarkTrigger", "iTermSetNamedMarkTrigger",
        "iTermShellPromptTrigger", "SetDirectoryTrigger", "SetHostnameTrigger", "iTermBufferInputTrigger", "StopTrigger", "iTermSetTabStatusTrigger", "iTermHyperlinkTrigger",
    ];

    // The numbers of iTerm2's match types: docs/triggers.md.
    private static readonly Dictionary<string, int> Events = new()
    {
        ["prompt"] = 100, ["command-finished"] = 101, ["directory-changed"] = 102, ["host-changed"] = 103, ["user-changed"] = 104, ["idle"] = 105,
        ["activity"] = 106, ["session-ended"] = 107, ["bell"] = 108, ["long-command"] = 109, ["custom-sequence"] = 110, ["notification"] = 111, ["progress"] = 112,
        ["job-started"] = 113, ["job-ended"] = 114, ["variable-changed"] = 115,
    };

    private readonly Option<string?> _action = new("--action") { HelpName = "type", Description = "What it does: a type such as SendTextTrigger, or its title, such as \"Send Text\".", CompletionSources = { Actions } };
    private readonly Option<string?> _parameter = new("--parameter") { Description = "What its action needs: a text, a command, an invocation. \\1 stands for what the first group captured." };
    private readonly Option<string?> _name = new("--name") { Description = "A name for it." };
    private readonly Option<string?> _event = new("--event") { HelpName = "event", Description = "Wait for an event instead of a pattern.", CompletionSources = { Events.Keys.ToArray() } };
    private readonly Option<string[]> _with = new("--with") { Description = "A parameter of the event, NAME=VALUE: timeout=60. Repeatable.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _job = new("--job") { Description = "Only while this is the foreground job, or started it." };
    private readonly Option<bool> _instant = new("--instant") { Description = "Also look at lines that are not finished, such as questions." };
    private readonly Option<bool> _disabled = new("--disabled") { Description = "Leave it off for now." };
    private readonly Option<bool> _lockInput = new("--lock-input") { Description = "Of a coprocess: nobody else may type while it runs." };
    private readonly Option<bool> _allowShell = new("--allow-shell-substitution") { Description = "Let \\1 be put into a command line as it is. Whoever controls the output controls the command." };
    private readonly Option<string?> _whole = new("--trigger") { Description = "The whole trigger, as a JSON object with iTerm2's names." };

    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_action, _parameter, _name, _event, _with, _job, _instant, _disabled, _lockInput, _allowShell, _whole]) verb.Options.Add(option);
    }

    /// <summary>Those that matter to a trial.</summary>
    public void AddToTest(Command verb)
    {
        foreach (var option in (Option[])[_action, _parameter]) verb.Options.Add(option);
    }

    /// <returns>A JSON object.</returns>
    /// <exception cref="UsageException">It is said twice, or not at all.</exception>
    public string Read(ParseResult arguments, string? pattern)
    {
        if (arguments.GetValue(_whole) is { } whole)
            return pattern is null && arguments.GetValue(_action) is null ? whole : throw new UsageException("--trigger is the whole trigger: give no pattern and no --action besides");

        var stored = new JsonObject { ["action"] = arguments.GetValue(_action) ?? throw new UsageException("what is it to do? give --action, or --trigger") };
        if (arguments.GetValue(_event) is { } happening) AddEvent(stored, happening, arguments.GetValue(_with) ?? [], pattern);
        else stored["regex"] = pattern ?? throw new UsageException("when is it to fire? give a pattern, --event, or --trigger");

        if (arguments.GetValue(_parameter) is { } parameter) stored["parameter"] = parameter;
        if (arguments.GetValue(_name) is { } name) stored["name"] = name;
        if (arguments.GetValue(_job) is { } job) stored["job"] = job;
        if (arguments.GetValue(_instant)) stored["partial"] = true;
        if (arguments.GetValue(_disabled)) stored["disabled"] = true;
        if (arguments.GetValue(_lockInput)) stored["lockInput"] = true;
        if (arguments.GetValue(_allowShell)) stored["allowShellSubstitution"] = true;
        return stored.ToJsonString();
    }

    /// <summary>A trigger to try a pattern with; without an action it records the line.</summary>
    public string ReadForTest(ParseResult arguments, string pattern)
    {
        var stored = new JsonObject { ["action"] = arguments.GetValue(_action) ?? "CaptureTrigger", ["regex"] = pattern };
        if (arguments.GetValue(_parameter) is { } parameter) stored["parameter"] = parameter;
        return stored.ToJsonString();
    }

    private static void AddEvent(JsonObject stored, string happening, IEnumerable<string> parameters, string? pattern)
    {
        if (pattern is not null) throw new UsageException("a trigger waits for a pattern or for an event, not for both");
        if (!Events.TryGetValue(happening, out var number)) throw new UsageException($"{happening} is no event; there are {string.Join(", ", Events.Keys)}");

        stored["matchType"] = number;
        var values = new JsonObject();
        foreach (var one in parameters)
        {
            if (one.Split('=', 2) is not [var name, var value]) throw new UsageException($"--with takes NAME=VALUE, not {one}");
            values[name] = value;
        }

        if (values.Count > 0) stored["eventParams"] = values;
    }
}
