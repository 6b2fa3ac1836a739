using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>
/// Windows, tabs and panes as plain data, with one focus. Knows no actor and no program: it is told who stands where and answers what
/// follows. A tab without sessions and a window without tabs do not exist.
/// </summary>
internal sealed class WindowTree
{
    private readonly List<Window> _windows = [];
    private readonly Dictionary<SessionId, (Window Window, Tab Tab)> _places = [];
    private readonly PriorityQueue<int, int> _freeNumbers = new();      // all that windows had once and none has now
    private int _lastTab;

    public IReadOnlyList<Window> Windows => _windows;

    /// <summary>The window that has the focus: the last one activated.</summary>
    public Window? Current { get; private set; }

    /// <summary>The active session of the current window, if there is one.</summary>
    public SessionId? ActiveSession => Current?.Selected?.Active;

    public IEnumerable<SessionId> Sessions => _windows.SelectMany(window => window.Tabs).SelectMany(tab => tab.Root.Sessions);

    public Window? Find(WindowId id) => _windows.Find(window => window.Id == id);

    public Tab? Find(TabId id) => _windows.SelectMany(window => window.Tabs).FirstOrDefault(tab => tab.Id == id);

    public Window WindowOf(Tab tab) => _windows.First(window => window.Tabs.Contains(tab));

    public bool TryFind(SessionId id, out (Window Window, Tab Tab) place) => _places.TryGetValue(id, out place);

    /// <summary>Puts a session into a new tab, of a new window when <paramref name="window"/> is null.</summary>
    /// <param name="index">Null or out of range: last.</param>
    public (Window Window, Tab Tab, bool IndexHonoured) AddTab(SessionId session, Window? window, int? index, bool select)
    {
        window ??= AddWindow();
        var honoured = index is null || (index >= 0 && index <= window.Tabs.Count);
        var tab = new Tab(new TabId(++_lastTab), session);
        window.Add(tab, honoured ? index : null);
        _places[session] = (window, tab);
        if (select) Select(window, tab);
        Current ??= window;
        return (window, tab, honoured);
    }

    public (Window Window, Tab Tab) Split(SessionId existing, SessionId added, bool vertical, bool before)
    {
        var place = _places[existing];
        place.Tab.Split(existing, added, vertical, before);
        return _places[added] = place;
    }

    /// <summary>Takes a session to the right of another, in another tab, and shows it there.</summary>
    public void Move(SessionId session, SessionId beside)
    {
        Remove(session);
        var (window, tab) = Split(beside, session, vertical: true, before: false);
        tab.Active = session;
        Select(window, tab);
    }

    public void Remove(SessionId session)
    {
        if (!_places.Remove(session, out var place) || place.Tab.Remove(session)) return;

        place.Window.Remove(place.Tab);
        if (place.Window.Tabs.Count > 0) return;

        _windows.Remove(place.Window);
        _freeNumbers.Enqueue(place.Window.Number, place.Window.Number);
        if (Current == place.Window) Current = _windows.LastOrDefault();
    }

    public void Focus(Window window) => Current = window;

    public void Select(Window window, Tab tab)
    {
        window.Select(tab);
        Current = window;
    }

    public FocusState FocusState()
    {
        var items = new List<FocusItem> { new CurrentWindow(Current?.Id) };
        foreach (var window in _windows)
        {
            if (window.Selected is { } selected) items.Add(new SelectedTab(selected.Id));
            items.AddRange(window.Tabs.Select(tab => new ActiveSession(tab.Active)));
        }

        return new FocusState(Current?.Id, items);
    }

    /// <summary>The whole tree, each pane described by <paramref name="pane"/>.</summary>
    public TreeSnapshot Snapshot(Func<SessionId, PaneView> pane) => new(
        [.. _windows.Select(window => new WindowView(window.Id, window.Number,
            [.. window.Tabs.Select(tab => new TabView(tab.Id, (SplitView)View(tab.Root, pane), tab.Active))]))]);

    private static PaneNode View(SplitTree node, Func<SessionId, PaneView> pane) => node switch
    {
        SplitTree.Leaf leaf => pane(leaf.Id),
        SplitTree.Split split => new SplitView(split.Vertical, [.. split.Children.Select(child => View(child, pane))]),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no pane"),
    };

    private Window AddWindow()
    {
        var number = _freeNumbers.TryDequeue(out var lowest, out _) ? lowest : _windows.Count + 1;
        var window = new Window(WindowId.New(), number);
        _windows.Add(window);
        return window;
    }
}
