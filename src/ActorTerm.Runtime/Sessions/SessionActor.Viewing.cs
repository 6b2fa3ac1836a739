using ActorTerm.Runtime.Events;
using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Views;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Attached viewers: who they are, what they are shown, and what they type.
internal sealed partial class SessionActor
{
    private static readonly object SynchronizedTimer = "synchronized";
    private readonly Viewers _viewers = new();
    private int _lastViewer;
    private bool _wantsReleases;                 // as viewers were told
    private HashSet<IActorRef>? _pasting;        // viewers within the brackets of a paste; null until there is one
    private WriteQueue? _behindPaste;            // what keys of others typed meanwhile, not to get between those brackets; null while there is nothing

    private bool IsPasteOpen => _pasting is { Count: > 0 };

    private void Admit(Attach m)
    {
        if (_viewers.Count >= _settings.MaxViewers)
        {
            Asker.Tell(new Rejected(Rejection.TooMany, $"{_viewers.Count} viewers are attached, as many as actorterm.sessions.max-viewers allows"));
            return;
        }

        var viewer = Context.Watch(Context.ActorOf(Actor.Of(() => new ViewerActor(m, _id, _alerts, _settings)), $"viewer-{++_lastViewer}"));
        _viewers.Add(viewer);
        if (_coprocess?.Info is { } coprocess) viewer.Tell(new CoprocessNews(coprocess.Command));
        if (_wantsReleases) viewer.Tell(new ReleasesWanted(true));
        Asker.Tell(new Attached(_id, Info(), viewer));
        ViewersChanged(EventsProtocol.Kinds.ViewerAttached);
    }

    private void ViewersChanged(string kind)
    {
        _viewers.Say(new ViewersNews(_viewers.Count));
        Publish(kind, new KeyValuePair<string, ActorTerm.Language.Value>("viewers", ActorTerm.Language.Value.Of((long)_viewers.Count)));
        TellChanged();
    }

    /// <summary>A program that draws holds frames back, but not for ever.</summary>
    private void LimitSynchronizedOutput(bool on)
    {
        if (!on) Timers.Cancel(SynchronizedTimer);
        else if (!Timers.IsTimerActive(SynchronizedTimer)) Timers.StartSingleTimer(SynchronizedTimer, DrawnTooLong.Instance, _settings.SynchronizedOutputLimit);
    }

    private void ShowHalfDrawn()
    {
        _terminal.EndSynchronizedOutput();
        ScreenTouched();
    }

    private sealed class DrawnTooLong
    {
        public static DrawnTooLong Instance { get; } = new();
    }

    private void Forget(IActorRef gone)
    {
        if (ForgetCoprocess(gone)) return;

        _listeners.Forget(gone);
        AskForReleases();
        EndPaste(gone);
        if (_viewers.Remove(gone)) ViewersChanged(EventsProtocol.Kinds.ViewerDetached);
    }

    /// <summary>Terminals of viewers tell releases only while some script wants to hear of them: others are spared the bytes.</summary>
    private void AskForReleases()
    {
        var wants = _listeners.Any(SessionEvents.KeystrokeMore);
        if (wants == _wantsReleases) return;

        _wantsReleases = wants;
        _viewers.Tell(new ReleasesWanted(wants));
    }

    private void GiveFrame(TakeFrame m)
    {
        if (!_viewers.Contains(Sender)) return;

        var delta = m.Writer.Take(_terminal.Screen);
        _viewers.FrameGiven(Sender);
        Sender.Tell(new FrameTaken(delta), Self);
    }

    /// <summary>Keys may be bound; what is not is encoded as the program asked for. Pastes and unknown bytes are passed on as they are.</summary>
    private void TakeInput(ViewerInput m)
    {
        var caller = new KeyCaller(Sender, null);
        foreach (var input in m.Inputs)
        {
            if (input is TerminalInput.KeyPressed pressed)
            {
                TakeKey(pressed.Key, caller);
                continue;
            }

            var pastes = _pasting?.Contains(Sender) is true;
            if ((pastes || !IsInputLocked) && Encode(input, m.View) is { IsEmpty: false } bytes) TypeFromViewer(bytes, copies: input is TerminalInput.Pasted);
            if (input is TerminalInput.PasteBegan && !IsInputLocked && _terminal.Modes.BracketedPaste) (_pasting ??= []).Add(Sender);
            if (input is TerminalInput.PasteEnded && pastes) EndPaste(Sender);
        }
    }

    private void EndPaste(IActorRef viewer)
    {
        if (_pasting?.Remove(viewer) is not true || IsPasteOpen) return;

        var behind = _behindPaste;
        _behindPaste = null;
        Release(behind, _kept ?? _input);
    }

    private ReadOnlyMemory<byte> Encode(TerminalInput input, Viewport view)
    {
        var modes = _terminal.Modes;
        return input switch
        {
            TerminalInput.MouseMoved mouse => MouseEncoder.Encode(
                mouse.Report with { Column = mouse.Report.Column + view.Left, Row = mouse.Report.Row + view.Top }, modes.MouseTracking, modes.MouseEncoding),
            TerminalInput.FocusChanged focus when modes.FocusReporting => focus.Raw,
            TerminalInput.PasteBegan or TerminalInput.PasteEnded when modes.BracketedPaste => input.Raw,
            TerminalInput.Pasted or TerminalInput.Verbatim => input.Raw,
            _ => default,
        };
    }

    private void TypeFromViewer(ReadOnlyMemory<byte> bytes, bool copies)
    {
        TypeBytes(bytes, _kept ?? _input);
        if (copies && _hostKeys.Broadcasting) Context.Parent.Tell(new Workspace.WorkspaceProtocol.CopyInput(_id, bytes), Self);
    }
}
