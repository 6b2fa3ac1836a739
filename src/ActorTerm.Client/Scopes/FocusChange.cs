using ActorTerm.Protocol;
using WindowStatus = ActorTerm.Protocol.FocusChangedNotification.Types.Window.Types.WindowStatus;

namespace ActorTerm.Client;

/// <summary>One fact about the focus.</summary>
public abstract record FocusChange
{
    /// <summary>Always true on a host without a screen.</summary>
    public sealed record ApplicationActive(bool IsActive) : FocusChange;

    /// <param name="Window">Null: no window has the keyboard.</param>
    public sealed record KeyWindow(Window? Window) : FocusChange;

    /// <summary>The tab of its window that shows.</summary>
    public sealed record SelectedTab(Tab Tab) : FocusChange;

    /// <summary>The session of its tab that gets what is typed.</summary>
    public sealed record ActiveSession(Session Session) : FocusChange;

    internal static FocusChange? Of(Connection connection, FocusChangedNotification change) => change.EventCase switch
    {
        FocusChangedNotification.EventOneofCase.ApplicationActive => new ApplicationActive(change.ApplicationActive),
        FocusChangedNotification.EventOneofCase.Window when change.Window.WindowStatus == WindowStatus.TerminalWindowResignedKey => new KeyWindow(null),
        FocusChangedNotification.EventOneofCase.Window => new KeyWindow(connection.App.Window(change.Window.WindowId)),
        FocusChangedNotification.EventOneofCase.SelectedTab => new SelectedTab(connection.App.Tab(change.SelectedTab)),
        FocusChangedNotification.EventOneofCase.Session => new ActiveSession(connection.App.Session(change.Session)),
        _ => null,                                                 // a fact of a newer host
    };
}
