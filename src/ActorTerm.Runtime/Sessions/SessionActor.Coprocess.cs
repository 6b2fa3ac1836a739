using ActorTerm.Language;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using ActorTerm.Terminal.Screens;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// The session's coprocess: every way to start one comes through here, so there is never a second.
internal sealed partial class SessionActor : IWatchedSession
{
    private readonly CoprocessMaker _makeCoprocess;
    private CoprocessSlot? _coprocess;
    private int _lastCoprocess;
    private HashSet<IActorRef>? _departing;              // coprocesses whose process may still live; null until there is one
    private CoprocessRejections? _rejections;
    private PtyExited? _endedMeanwhile;                  // the program's end, while a coprocess is being started

    private bool IsInputLocked => _coprocess?.Options.LockInput is true;

    Screen IWatchedSession.Screen => _terminal.Screen;

    StartAnswer? IWatchedSession.StartCoprocess(StartCoprocess request) => TryStart(request, null);

    private void Start(StartCoprocess request)
    {
        if (TryStart(request, Asker) is { } refusal) Asker.Tell(refusal);
    }

    /// <summary>Takes the slot at this byte, or says why not.</summary>
    private StartAnswer? TryStart(StartCoprocess request, AskingProtocol.Asker? starter)
    {
        if (request.Command.IsBlank) return new StartAnswer.Blank();
        if (_state != SessionState.Running || _pty is null || _closing || _restarter is not null) return new StartAnswer.SessionEnded();
        if (_coprocess is { } other)
        {
            Reject(request, "alreadyRunning", null);
            return new StartAnswer.AlreadyRunning(other.Request.Command.Text);
        }

        var birth = new CoprocessBirth(
            _id,
            request,
            SessionEnvironment.ForCoprocess(_id, _termId, _profile.Name, _settings),
            _variables.ReportedDirectory,
            JobDirectory(_pty),
            [_launchDirectory, LoginShell.Home()]);
        var actor = Context.Watch(Context.ActorOf(_makeCoprocess(birth), $"coprocess-{++_lastCoprocess}"));
        (_departing ??= []).Add(actor);
        _coprocess = new CoprocessSlot(request, actor, starter);
        _terminal.RequestStop();
        return null;

        static async Task<string?> JobDirectory(Pty.IPtyConnection pty) => (await pty.ForegroundJobAsync().ConfigureAwait(false))?.WorkingDirectory;
    }

    private void CoprocessBegan(Began m)
    {
        if (_coprocess is not { } slot || !slot.Actor.Equals(Sender)) return;

        slot.Begin(m);
        _variables.Coprocess(m.Info);
        _viewers.Say(new CoprocessNews(m.Info.Command));
        TellChanged();
        Publish(
            EventsProtocol.Kinds.CoprocessStarted,
            new("command", Value.Of(m.Info.Command)),
            new("pid", Value.Of((long)m.Info.Pid)),
            new("mute", Value.Of(m.Info.Options.Mute)),
            new("source", Value.Of(NameOf(m.Info.Source))));
        slot.Starter?.Tell(new StartAnswer.Started(m.Info));
        GoOn();
    }

    private void CoprocessNotBegun(NotBegun m)
    {
        if (_coprocess is not { } slot || !slot.Actor.Equals(Sender)) return;

        _coprocess = null;
        slot.Starter?.Tell(new StartAnswer.SpawnFailed(m.Text));
        Reject(slot.Request, "spawnFailed", m.Text);
        GoOn();
    }

    /// <summary>The output that was left unread or held while a coprocess was being started, and perhaps the end of the program.</summary>
    private void GoOn()
    {
        TakeHeld();
        ReadAgain();
        if (_coprocess is { IsStarting: true } || _endedMeanwhile is not { } exit) return;

        _endedMeanwhile = null;
        Finish(exit);
    }

    private void CoprocessTook(Relayed m)
    {
        if (_coprocess is { } slot && slot.Actor.Equals(Sender) && slot.Took(m.Bytes)) ReadAgain();
    }

    private void CoprocessTyped(Typed m)
    {
        if (_coprocess is not { } slot || !slot.Actor.Equals(Sender)) return;

        slot.Wants(m.Bytes);
        LetCoprocessType();
    }

    /// <summary>What the coprocess wants to type goes the way of typed keys, when little waits there and nobody is in the middle of a paste.</summary>
    private void LetCoprocessType()
    {
        while (_coprocess is { } slot && slot.MayType(_input.Length) && !IsPasteOpen)
        {
            if (slot.Untyped.IsEmpty)
            {
                slot.TypeMore(Self);
                return;
            }

            if (!_input.TryAdd(slot.Untyped)) return;

            slot.Untyped = default;
            WriteInput();
        }
    }

    /// <summary>The coprocess is over by itself; what is left of its process ends without the session.</summary>
    private void CoprocessLetGo()
    {
        if (_coprocess is { } slot && slot.Actor.Equals(Sender)) Vacate();
    }

    private void StopTheCoprocess()
    {
        var wasRunning = _coprocess is not null;
        EndCoprocess(EndReason.Stopped);
        Asker.Tell(new Stopped(wasRunning));
    }

    /// <summary>Ends the coprocess, if there is one: from this byte on it is as if there were none.</summary>
    private void EndCoprocess(EndReason reason)
    {
        if (_coprocess is not { } slot) return;

        slot.Actor.Tell(new EndNow(reason), Self);
        if (slot.IsStarting) slot.Starter?.Tell(new StartAnswer.SpawnFailed("it was ended before it ran"));
        Vacate();
    }

    private void Vacate()
    {
        if (_coprocess is not { } slot) return;

        _coprocess = null;
        if (!slot.IsStarting)
        {
            _variables.Coprocess(null);
            _viewers.Say(new CoprocessNews(null));
            TellChanged();
        }

        GoOn();
    }

    /// <summary>True when it was a coprocess that is gone, process and all.</summary>
    private bool ForgetCoprocess(IActorRef gone)
    {
        if (_departing?.Remove(gone) is not true) return false;

        if (_coprocess is { } slot && gone.Equals(slot.Actor))
        {
            if (slot.IsStarting) slot.Starter?.Tell(new StartAnswer.SpawnFailed("it failed while it was being started; the log of the host has more"));
            Vacate();
        }

        if (_stopping) StopWhenAlone();
        return true;
    }

    private CoprocessStatus StatusOfCoprocess() => new(_coprocess?.Info);

    private void Reject(StartCoprocess request, string why, string? text)
    {
        if (!(_rejections ??= new()).IsNews(request, Context.System.Scheduler.Now)) return;

        var data = new List<KeyValuePair<string, Value>>
        {
            new("command", Value.Of(request.Command.Text)),
            new("source", Value.Of(NameOf(request.Source))),
            new("why", Value.Of(why)),
        };
        if (text is not null) data.Add(new("message", Value.Of(text)));
        Publish(EventsProtocol.Kinds.CoprocessRejected, [.. data]);
    }

    private static string NameOf(CoprocessSource source) => source.ToString().ToLowerInvariant();
}
