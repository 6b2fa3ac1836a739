using System.Buffers;
using System.Globalization;
using System.Text;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Views;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// One attached viewer: draws the session for its own size, one frame at a time and only on credit, and reads the keys of its terminal. One
/// that stalls gets no frames, and what changed meanwhile, or a whole repaint, when it comes back.
/// </summary>
internal sealed class ViewerActor : ReceiveActor, IWithTimers
{
    private static readonly object FrameTimer = "frame";
    private static readonly object EscapeTimer = "escape";
    private const int MaxOwnInvocations = 64;              // of keys whose alert may still come; the oldest is forgotten
    private readonly IViewerLink _link;
    private readonly Attach _wish;
    private readonly SessionId _session;
    private readonly IActorRef _alerts;
    private readonly SessionSettings _settings;
    private readonly FrameWriter _writer;
    private readonly KeyDecoder _keys = new();
    private readonly Queue<InvocationId> _own = new();   // what its keys invoked: alerts of other viewers' keys are not shown here
    private readonly List<Action> _afterFrame = [];      // what may not touch the writer while the session has it
    private DateTimeOffset _drawn;
    private bool _touched = true;
    private bool _credit = true;
    private bool _lent;
    private bool _alertShown;
    private string? _copied;                             // goes with the next frame to the clipboard of the viewer's terminal

    public ViewerActor(Attach wish, SessionId session, IActorRef alerts, SessionSettings settings)
    {
        _session = session;
        _alerts = alerts;
        _wish = wish;
        _link = wish.Link;
        _settings = settings;
        _writer = new FrameWriter(wish.Columns, wish.Rows);

        Receive<ScreenTouched>(_ => Touch());
        Receive<ViewerCredit>(_ => Earn());
        Receive<FrameDue>(_ => AskForFrame());
        Receive<FrameTaken>(Draw);
        Receive<ViewerTyped>(Read);
        Receive<EscapeAlone>(_ => Pass(inputs => _keys.GiveUp(inputs)));
        Receive<KeyInvokes>(Remember);
        Receive<Copied>(m =>
        {
            _copied = m.Text;
            Touch();
        });
        Receive<ViewerResized>(Resize);
        Receive<ViewerRepaint>(_ => WhenMine(() => _writer.Repaint()));
        Receive<ReleasesWanted>(m => WhenMine(() => _writer.AsksForReleases = m.On && !_wish.ReadOnly));
        Receive<CoprocessNews>(ShowCoprocess);
        Receive<ViewerNews>(m => Say(m));
        Receive<AlertsProtocol.Alert>(ShowAlert);
        Receive<ViewerGone>(_ => Context.Stop(Self));
        Receive<Accepted>(_ => { });            // of a resize; the screen itself shows it
        Receive<Rejected>(_ => { });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        _alerts.Tell(new AlertsProtocol.SubscribeAlerts(Self), Self);
        if (_wish is { TakesSize: true, ReadOnly: false }) Context.Parent.Tell(new SessionsProtocol.Resize(_wish.Columns, _wish.Rows), Self);
        AskForFrame();
    }

    protected override void PostStop() => _link.Close("session closed");

    private void Touch()
    {
        _touched = true;
        AskForFrameSoon();
    }

    private void Earn()
    {
        _credit = true;
        AskForFrameSoon();
    }

    private void AskForFrameSoon()
    {
        if (!_touched || !_credit || _lent || Timers.IsTimerActive(FrameTimer)) return;

        var wait = _drawn + _settings.FrameInterval - Context.System.Scheduler.Now;
        if (wait <= TimeSpan.Zero) AskForFrame();
        else Timers.StartSingleTimer(FrameTimer, FrameDue.Instance, wait);
    }

    private void AskForFrame()
    {
        if (!_touched || !_credit || _lent) return;

        _touched = false;
        _lent = true;
        Context.Parent.Tell(new TakeFrame(_writer), Self);
    }

    private void Draw(FrameTaken m)
    {
        var frame = new ArrayBufferWriter<byte>(4096);
        using (m.Delta) _writer.Draw(m.Delta, frame);
        if (_copied is { } copied) frame.Write(Encoding.ASCII.GetBytes($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(copied))}\a"));      // OSC 52: ctlseqs
        _copied = null;
        _lent = false;
        foreach (var act in _afterFrame) act();
        _afterFrame.Clear();
        _drawn = Context.System.Scheduler.Now;
        if (frame.WrittenCount > 0)
        {
            _credit = false;
            _link.Draw(frame.WrittenMemory);
        }

        AskForFrameSoon();
    }

    private void Read(ViewerTyped m)
    {
        Timers.Cancel(EscapeTimer);
        Pass(inputs => _keys.Feed(m.Bytes.Span, inputs));
        if (_keys.IsWaiting) Timers.StartSingleTimer(EscapeTimer, EscapeAlone.Instance, _keys.NeedsFlush ? _settings.EscapeWait : _settings.SequenceWait);
    }

    private void Pass(Action<List<TerminalInput>> decode)
    {
        var inputs = new List<TerminalInput>();
        decode(inputs);
        if (_alertShown && inputs.FindIndex(input => input is TerminalInput.KeyPressed { Key.Kind: not KeyEventKind.Release }) is >= 0 and var key)
        {
            inputs.RemoveAt(key);
            DismissAlert();
        }

        if (inputs.Count > 0 && !_wish.ReadOnly) Context.Parent.Tell(new ViewerInput(inputs, _writer.View), Self);
    }

    private void Resize(ViewerResized m)
    {
        WhenMine(() => _writer.Resize(m.Columns, m.Rows));
        if (_wish is { TakesSize: true, ReadOnly: false }) Context.Parent.Tell(new SessionsProtocol.Resize(m.Columns, m.Rows), Self);
    }

    /// <summary>Changes the writer now, or when the session has given it back; then draws.</summary>
    private void WhenMine(Action change)
    {
        if (_lent) _afterFrame.Add(change);
        else change();
        Touch();
    }

    private void ShowCoprocess(CoprocessNews m)
    {
        if (_settings.CoprocessIcon is { Length: > 0 } icon) WhenMine(() => _writer.Overlays = _writer.Overlays with { Icon = m.Command is null ? null : icon });
        Say(m);
    }

    /// <summary>One line over the screen, which the next key takes away; that key is the viewer's, not the program's.</summary>
    private void ShowAlert(AlertsProtocol.Alert alert)
    {
        if (alert.Session is { } other && other != _session) return;
        if (alert is { Source: AlertsProtocol.AlertSource.Key, Invocation: { } invocation } && !_own.Contains(invocation)) return;

        _alertShown = true;
        WhenMine(() => _writer.Overlays = _writer.Overlays with { Alert = $" {alert.Message}  (any key) " });
        Say(new AlertNews(alert.Id.ToString(CultureInfo.InvariantCulture), alert.Source.ToString().ToLowerInvariant(), alert.Message));
    }

    private void Remember(KeyInvokes m)
    {
        if (_own.Count >= MaxOwnInvocations) _own.Dequeue();
        _own.Enqueue(m.Invocation);
    }

    private void DismissAlert()
    {
        _alertShown = false;
        WhenMine(() => _writer.Overlays = _writer.Overlays with { Alert = null });
    }

    private void Say(ViewerNews news)
    {
        if (_link.TrySay(news)) return;

        _link.Close("too slow: titles, sizes and alerts wait that the viewer does not read");
        Context.Stop(Self);
    }

    private sealed class FrameDue
    {
        public static FrameDue Instance { get; } = new();
    }

    private sealed class EscapeAlone
    {
        public static EscapeAlone Instance { get; } = new();
    }
}
