using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

/// <summary>An app with one window, one tab and two sessions, the first of them current.</summary>
internal sealed class Scopes
{
    public Scopes(IActorRef? monitors = null)
    {
        monitors ??= ActorRefs.Nobody;
        Window.PlaceIn(App, monitors);
        Tab.PlaceIn(Window, monitors);
        Session.PlaceIn(Tab, monitors);
        Other.PlaceIn(Tab, monitors);
        Window.MakeCurrent(Tab, monitors);
        Tab.MakeCurrent(Session, monitors);
    }

    public ScopeHandle App { get; } = new(ScopeKind.App, "");

    public ScopeHandle Window { get; } = new(ScopeKind.Window, "pty-1");

    public ScopeHandle Tab { get; } = new(ScopeKind.Tab, "7");

    public ScopeHandle Session { get; } = new(ScopeKind.Session, "S1");

    public ScopeHandle Other { get; } = new(ScopeKind.Session, "S2");
}
