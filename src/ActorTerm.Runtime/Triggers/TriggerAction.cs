using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>What a trigger may do: iTerm2's types, with what follows from each.</summary>
/// <param name="Type">The value of <c>action</c> in a stored trigger.</param>
/// <param name="Title">As iTerm2's settings show it; accepted in place of the type.</param>
/// <param name="OnlyFirst">Only the first match in a line counts, not all.</param>
/// <param name="AtEvents">When it may be used with an event instead of a pattern.</param>
/// <param name="Parameter">What its parameter is.</param>
internal sealed record TriggerAction(string Type, string Title, TriggerEffect Effect, bool OnlyFirst, EventUse AtEvents, ParameterKind Parameter)
{
    private static readonly TriggerAction[] All =
    [
        new("CoprocessTrigger", "Run Coprocess", TriggerEffect.Coprocess, false, EventUse.Live, ParameterKind.Command),
        new("MuteCoprocessTrigger", "Run Silent Coprocess", TriggerEffect.SilentCoprocess, false, EventUse.Live, ParameterKind.Command),
        new("ScriptTrigger", "Run Command", TriggerEffect.Command, false, EventUse.Always, ParameterKind.Command),
        new("SendTextTrigger", "Send Text", TriggerEffect.SendText, false, EventUse.Live, ParameterKind.Text),
        new("iTermInjectTrigger", "Inject Data", TriggerEffect.Inject, true, EventUse.Live, ParameterKind.Text),
        new("iTermRPCTrigger", "Invoke Script Function", TriggerEffect.Invoke, false, EventUse.Always, ParameterKind.Invocation),
        new("iTermSetUserVariableTrigger", "Set User Variable", TriggerEffect.SetVariable, false, EventUse.Always, ParameterKind.Assignment),
        new("iTermSetTitleTrigger", "Set Title", TriggerEffect.SetTitle, false, EventUse.Always, ParameterKind.Text),
        new("iTermUserNotificationTrigger", "Post Notification", TriggerEffect.Notify, false, EventUse.Always, ParameterKind.Text),
        new("AlertTrigger", "Show Alert", TriggerEffect.Alert, false, EventUse.Always, ParameterKind.Text),
        new("BellTrigger", "Ring Bell", TriggerEffect.Bell, false, EventUse.Always, ParameterKind.None),
        new("CaptureTrigger", "Capture Output", TriggerEffect.Capture, true, EventUse.Never, ParameterKind.Any),
        new("MarkTrigger", "Set Mark", TriggerEffect.Mark, false, EventUse.Always, ParameterKind.Any),
        new("iTermSetNamedMarkTrigger", "Set Named Mark", TriggerEffect.NamedMark, false, EventUse.Always, ParameterKind.Text),
        new("iTermShellPromptTrigger", "Prompt Detected", TriggerEffect.Prompt, true, EventUse.Never, ParameterKind.None),
        new("SetDirectoryTrigger", "Report Directory", TriggerEffect.Directory, false, EventUse.Never, ParameterKind.Text),
        new("SetHostnameTrigger", "Report User & Host", TriggerEffect.Host, false, EventUse.Never, ParameterKind.Text),
        new("iTermBufferInputTrigger", "Buffer Input", TriggerEffect.BufferInput, true, EventUse.Live, ParameterKind.Any),
        new("StopTrigger", "Stop Processing Triggers", TriggerEffect.Stop, true, EventUse.Never, ParameterKind.None),
        new("iTermSetTabStatusTrigger", "Set Tab Status", TriggerEffect.TabStatus, false, EventUse.Never, ParameterKind.Text),
        new("iTermHyperlinkTrigger", "Make Hyperlink", TriggerEffect.Hyperlink, false, EventUse.Never, ParameterKind.Text),
        new("AnnotateTrigger", "Annotate", TriggerEffect.Matched, false, EventUse.Never, ParameterKind.Text),
        new("PasswordTrigger", "Open Password Manager", TriggerEffect.Matched, false, EventUse.Always, ParameterKind.Any),
        new("BounceTrigger", "Bounce Dock Icon", TriggerEffect.Matched, false, EventUse.Always, ParameterKind.Any),
        new("HighlightTrigger", "Highlight Text", TriggerEffect.None, false, EventUse.Never, ParameterKind.Any),
        new("iTermHighlightLineTrigger", "Highlight Line", TriggerEffect.None, false, EventUse.Live, ParameterKind.Any),
        new("iTermSGRTrigger", "Change Style", TriggerEffect.None, false, EventUse.Never, ParameterKind.Any),
        new("iTermFoldTrigger", "Fold to Named Mark", TriggerEffect.None, false, EventUse.Always, ParameterKind.Any),
        new("iTermEnterWorkgroupTrigger", "Enter Workgroup", TriggerEffect.None, false, EventUse.Live, ParameterKind.Any),
        new("iTermExitWorkgroupTrigger", "Exit Workgroup", TriggerEffect.None, false, EventUse.Live, ParameterKind.Any),
    ];

    private static readonly FrozenDictionary<string, TriggerAction> ByName = All
        .SelectMany(action => new[] { KeyValuePair.Create(action.Type, action), KeyValuePair.Create(action.Title, action) })
        .Append(KeyValuePair.Create("GrowlTrigger", All.Single(action => action.Effect == TriggerEffect.Notify)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Types of what has an effect here, in the order of the table.</summary>
    public static IEnumerable<string> Types => All.Where(action => action.Effect != TriggerEffect.None).Select(action => action.Type);

    /// <summary>By type or by title, in any letter case; a title may end with an ellipsis.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TriggerAction? action) => ByName.TryGetValue(name.TrimEnd('…', '.'), out action);
}

/// <summary>When an action may be used with an event.</summary>
internal enum EventUse
{
    Never,

    /// <summary>Not with the end of the session.</summary>
    Live,
    Always,
}

internal enum ParameterKind
{
    None,
    Text,

    /// <summary>A line for <c>/bin/sh</c>; what was captured must not be put into it unless the trigger says so.</summary>
    Command,

    /// <summary>A call, or several; taken as it is.</summary>
    Invocation,

    /// <summary>As <see cref="Triggers.Assignment"/> reads it.</summary>
    Assignment,

    /// <summary>A number, a text, or nothing.</summary>
    Any,
}
