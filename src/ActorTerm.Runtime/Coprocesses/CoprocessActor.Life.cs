using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Coprocesses;

// How a coprocess ends: the session is let go of first, then the process is ended by signals, and its end is told when its status is known.
internal sealed partial class CoprocessActor
{
    private static readonly object StallTimer = "stall";
    private static readonly object ReleaseTimer = "release";
    private static readonly object EndTimer = "end";
    private static readonly object GroupTimer = "group";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(10);

    /// <summary>The session's program is gone. The rest of what it printed is delivered while there is time.</summary>
    private void BeginEndOfInput()
    {
        if (_reason is not null || _process is null) return;

        _inputEnds = true;
        _outputDropped = true;
        Timers.Cancel(ReleaseTimer);
        Timers.StartSingleTimer(EndTimer, new Due(() => End(EndReason.SessionEnded)), _settings.EndGrace);
        if (_relay.IsEmpty) _process.Close(PipeInterest.Input);
        ReadOutput();
    }

    private void End(EndReason reason)
    {
        if (_reason is not null) return;

        _reason = reason;
        Session.Tell(new LetGo(), Self);
        if (_process is not null) Terminate(reason);
    }

    private void Terminate(EndReason reason)
    {
        _reason = reason;
        Timers.Cancel(StallTimer);
        Timers.Cancel(ReleaseTimer);
        _relay.Clear();
        Timers.StartSingleTimer(EndTimer, new Due(Kill), _settings.KillGrace);
        _process!.Signal(PtySignal.Terminate);           // before its pipes are closed, so that this ends it and not what it makes of them
        _process.Close(PipeInterest.Input | PipeInterest.Output);
        if (_exit is not null) Finish();
    }

    private void SeeExit(PtyExit exit)
    {
        _exit = exit;
        if (_process is null) return;           // Begin sees to it

        if (_reason is null) WaitForRelease();
        else Finish();
    }

    /// <summary>
    /// The process is gone, but something it left behind holds its standard output, which is what the end is judged by. In silence it may do so for a
    /// while; a byte, or a session that lets nothing be typed, starts the time anew.
    /// </summary>
    private void WaitForRelease()
    {
        if (_exit is not null && _mayType && !_outputDropped) Timers.StartSingleTimer(ReleaseTimer, new Due(() => End(EndReason.Released)), _settings.ReleaseTime);
    }

    private void Kill()
    {
        if (_exit is null) Timers.StartSingleTimer(EndTimer, new Due(Abandon), _settings.KillGrace);
        _ = _process!.SignalSessionAsync(PtySignal.Kill).AsTask();
        if (_exit is not null) Context.Stop(Self);
    }

    /// <summary>Not even SIGKILL ended it: the kernel holds it.</summary>
    private void Abandon()
    {
        _exit = PtyExit.Unknown;
        TellEnded();
        Context.Stop(Self);
    }

    /// <summary>The process has ended and its status is known. What else there is of its group has until the grace period is over.</summary>
    private void Finish()
    {
        TellEnded();
        AwaitGroup(FirstLook);
    }

    /// <summary>The kernel tells of the end of a process, not of a group: that is looked at again, each time after twice as long.</summary>
    private void AwaitGroup(TimeSpan next)
    {
        if (_process!.Signal(0)) Timers.StartSingleTimer(GroupTimer, new Due(() => AwaitGroup(next * 2)), next);
        else Context.Stop(Self);
    }

    private void TellEnded()
    {
        if (_told) return;

        _told = true;
        DrainErrors();
        var data = new List<KeyValuePair<string, Value>>
        {
            new("command", Value.Of(_info!.Command)),
            new("pid", Value.Of((long)_info.Pid)),
            new("reason", Value.Of(NameOf(_reason!.Value))),
        };
        if (_exit is { ExitCode: { } code }) data.Add(new("exitCode", Value.Of((long)code)));
        if (_exit is { Signal: { } signal }) data.Add(new("signal", Value.Of(PtySignal.NameOf(signal))));
        data.Add(new("stderr", Value.Of(_stderr.ToString())));
        Publish(EventsProtocol.Kinds.CoprocessEnded, data);
    }

    private void DrainErrors()
    {
        var buffer = new byte[4096];
        while (!_stderr.IsCut && _process!.ReadErrors(buffer) is { Kind: PtyReadKind.Data } read) _stderr.Add(buffer.AsSpan(0, read.Count));
        _stderr.End();
        LogErrors();
    }

    private void TellStalled(bool isCycle) => Publish(
        EventsProtocol.Kinds.CoprocessStalled,
        [
            new("command", Value.Of(_info!.Command)),
            new("pid", Value.Of((long)_info.Pid)),
            new("why", Value.Of(isCycle ? "cycle" : "unread")),
        ]);

    private void Publish(string kind, IReadOnlyList<KeyValuePair<string, Value>> data) =>
        Context.System.EventStream.Publish(new EventsProtocol.HostEvent(Context.System.Scheduler.Now, kind, _birth.Session, Value.Object(data)));

    /// <summary>What a process complains of can hold anything, so it is in the log only for those who ask for everything.</summary>
    private void LogErrors()
    {
        foreach (var line in _stderr.TakeLines()) _log.Debug("{0}: {1}", _info!.Command, line);
    }

    private static string NameOf(EndReason reason)
    {
        var name = reason.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
