using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>All functions and methods of the host. Names and arguments are iTerm2's (its documentation, "Built-in Functions").</summary>
internal static class BuiltIns
{
    private static readonly ImmutableArray<BuiltIn> All =
    [
        new BuiltIn.Pure("count", "array", PureFunctions.Count),
        new BuiltIn.Pure("urlEncode", "string", PureFunctions.UrlEncode),
        new BuiltIn.ByWorkspace("get_profile_property", "key", ProfileProperty) { IsQuery = true },

        new BuiltIn.ByWorkspace("set_name", "name", SessionName) { Receiver = ScopeKind.Session },
        new BuiltIn.ByWorkspace("set_title", "title", TabTitle) { Receiver = ScopeKind.Tab },
        new BuiltIn.ByWorkspace("select_pane_in_direction", "direction", PaneInDirection) { Receiver = ScopeKind.Tab },
        new BuiltIn.ByWorkspace("set_title", "title", WindowTitle) { Receiver = ScopeKind.Window },

        new BuiltIn.UserInterface("alert", "buttons", "subtitle", "title") { Optional = ["window_id"] },
        new BuiltIn.UserInterface("get_string", "defaultValue", "placeholder", "subtitle", "title") { Optional = ["window_id"] },
        new BuiltIn.UserInterface(
            "get_poly_modal_alert",
            "buttons", "checkboxDefaults", "checkboxes", "comboboxDefault", "comboboxItems", "subtitle", "textFieldParams", "title", "width")
        { Optional = ["window_id"] },
        new BuiltIn.UserInterface("open_panel") { Optional = ["path", "options", "extensions", "prompt", "message"] },
        new BuiltIn.UserInterface("save_panel")
        { Optional = ["path", "options", "extensions", "prompt", "title", "message", "name_field_label", "default_filename"] },
        new BuiltIn.UserInterface("paste"),
        new BuiltIn.UserInterface("focus"),
        .. CoprocessFunctions.All,
    ];

    private static readonly ILookup<string, BuiltIn> ByName = All.ToLookup(one => one.Signature.FullName);

    /// <summary>What there is, each signature once, in ordinal order.</summary>
    public static IReadOnlyList<FunctionSignature> Signatures { get; } =
        [.. All.Select(one => one.Signature).Distinct().OrderBy(one => one.ToString(), StringComparer.Ordinal)];

    /// <summary>The function, or the method of that kind of scope, that such a call means; null when there is none.</summary>
    public static BuiltIn? Find(FunctionSignature given, ScopeKind? receiver)
    {
        foreach (var one in ByName[given.FullName])
            if (one.Receiver == receiver && one.Takes(given)) return one;
        return null;
    }

    /// <summary>One of that name with other arguments, to name in a complaint.</summary>
    public static FunctionSignature? Similar(FunctionSignature given, ScopeKind? receiver) =>
        ByName[given.FullName].FirstOrDefault(one => one.Receiver == receiver)?.Signature;

    private static object? ProfileProperty(string id, string key, out EvaluationError? error)
    {
        error = null;
        return SessionId.TryParse(id, out var session) ? new WorkspaceProtocol.GetProfileProperty(session, key) : null;
    }

    private static object? SessionName(string id, string name, out EvaluationError? error)
    {
        error = null;
        return SessionId.TryParse(id, out var session) ? new WorkspaceProtocol.SetSessionName(session, name) : null;
    }

    private static object? TabTitle(string id, string title, out EvaluationError? error)
    {
        error = null;
        return TabId.TryParse(id, out var tab) ? new WorkspaceProtocol.SetTabTitle(tab, title) : null;
    }

    private static object? WindowTitle(string id, string title, out EvaluationError? error)
    {
        error = null;
        return WindowId.TryParse(id, out var window) ? new WorkspaceProtocol.SetWindowTitle(window, title) : null;
    }

    private static object? PaneInDirection(string id, string word, out EvaluationError? error)
    {
        WorkspaceProtocol.Direction? direction = word switch
        {
            "left" => WorkspaceProtocol.Direction.Left,
            "right" => WorkspaceProtocol.Direction.Right,
            "above" => WorkspaceProtocol.Direction.Above,
            "below" => WorkspaceProtocol.Direction.Below,
            _ => null,
        };
        error = direction is null
            ? new EvaluationError(ErrorCode.BuiltInArgument, $"argument \"direction\" must be left, right, above or below, not \"{word}\"")
            : null;
        return direction is { } way && TabId.TryParse(id, out var tab) ? new WorkspaceProtocol.SelectPane(tab, way) : null;
    }
}
