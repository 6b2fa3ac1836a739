using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>The scopes the workspace owns: the app's, one per window, one per tab, and their titles. Keeps their places true to the tree.</summary>
internal sealed class WorkspaceScopes
{
    private const string TitleOfTab = @"\(currentSession.name?)";
    private const string TitleOfWindow = @"\(currentTab.title?)";

    private readonly IActorRef _monitors;
    private readonly Func<ScopeHandle, ScopeOwner> _own;
    private readonly Dictionary<WindowId, ScopeOwner> _windows = [];
    private readonly Dictionary<TabId, ScopeOwner> _tabs = [];
    private readonly Dictionary<ScopeOwner, Title> _titles = [];
    private readonly Lazy<InvocationsProtocol.LiveStrings> _strings;

    public WorkspaceScopes(IActorRef monitors, Func<ScopeHandle, ScopeOwner> own, Lazy<InvocationsProtocol.LiveStrings> strings)
    {
        _monitors = monitors;
        _strings = strings;
        _own = own;
        App = own(new ScopeHandle(ScopeKind.App, ""));
        App.Set("pid", Value.Of((long)Environment.ProcessId));
        App.Set("localhostName", Value.Of(Environment.MachineName));
        App.Set("effectiveTheme", Value.Of("dark"));
    }

    public ScopeOwner App { get; }

    public IReadOnlyDictionary<WindowId, ScopeOwner> Windows => _windows;

    public IReadOnlyDictionary<TabId, ScopeOwner> Tabs => _tabs;

    public void SetTitle(ScopeOwner owner, string format) => _titles[owner].SetFormat(format);

    /// <summary>
    /// Something changed in a window, or in one of its tabs: makes their scopes when they are new, closes them when they are gone from the
    /// tree, and points each at its neighbours.
    /// </summary>
    public void Follow(Window window, Tab? tab, IReadOnlyDictionary<SessionId, LiveSession> sessions)
    {
        if (window.Tabs.Count == 0) Drop(_windows, window.Id);
        else FollowWindow(window, tab, sessions);

        if (tab is not null && !window.Tabs.Contains(tab)) Drop(_tabs, tab.Id);
    }

    private void FollowWindow(Window window, Tab? tab, IReadOnlyDictionary<SessionId, LiveSession> sessions)
    {
        var ofWindow = Ensure(window);
        ofWindow.Scope.PlaceIn(App.Scope, _monitors);
        if (tab is not null && window.Tabs.Contains(tab)) FollowTab(tab, ofWindow.Scope, sessions);

        ofWindow.Scope.MakeCurrent(window.Selected is { } selected ? _tabs[selected.Id].Scope : null, _monitors);
        EnsureTitle(ofWindow, TitleOfWindow);
    }

    private void FollowTab(Tab tab, ScopeHandle window, IReadOnlyDictionary<SessionId, LiveSession> sessions)
    {
        var ofTab = Ensure(tab);
        ofTab.Scope.PlaceIn(window, _monitors);
        foreach (var id in tab.Root.Sessions) sessions[id].Scope.PlaceIn(ofTab.Scope, _monitors);

        ofTab.Scope.MakeCurrent(sessions[tab.Active].Scope, _monitors);
        EnsureTitle(ofTab, TitleOfTab);
    }

    private ScopeOwner Ensure(Window window)
    {
        if (_windows.TryGetValue(window.Id, out var owner)) return owner;

        owner = _own(new ScopeHandle(ScopeKind.Window, window.Id.ToString()));
        owner.Set("id", Value.Of(window.Id.ToString()));
        owner.Set("number", Value.Of((long)window.Number));
        owner.Set("style", Value.Of("normal"));
        owner.Set("isHotkeyWindow", Value.Of(false));
        return _windows[window.Id] = owner;
    }

    private ScopeOwner Ensure(Tab tab)
    {
        if (_tabs.TryGetValue(tab.Id, out var owner)) return owner;

        owner = _own(new ScopeHandle(ScopeKind.Tab, tab.Id.ToString()));
        owner.Set("id", Value.Of(tab.Id.ToString()));
        owner.Set("tmuxWindow", Value.Of(-1L));
        return _tabs[tab.Id] = owner;
    }

    private void EnsureTitle(ScopeOwner owner, string automatic)
    {
        if (!_titles.ContainsKey(owner)) _titles.Add(owner, new Title(owner, automatic, _strings.Value));
    }

    private void Drop<TId>(Dictionary<TId, ScopeOwner> owners, TId id) where TId : notnull
    {
        if (!owners.Remove(id, out var owner)) return;

        if (_titles.Remove(owner, out var title)) title.End();
        owner.Close();
    }
}
