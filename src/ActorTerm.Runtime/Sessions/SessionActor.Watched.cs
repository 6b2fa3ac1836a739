using System.Text;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// What the watcher of its output may see of the session, and do to it.
internal sealed partial class SessionActor
{
    private WriteQueue? _kept;              // what is typed while input is held; null while it is not
    private string? _jobName;
    private long _bells;

    SessionId IWatchedSession.Id => _id;

    IActorRef IWatchedSession.Self => Self;

    DateTimeOffset IWatchedSession.Now => Context.System.Scheduler.Now;

    ProfilesProtocol.Profile IWatchedSession.Profile => _profile;

    VariablesProtocol.ScopeHandle IWatchedSession.Scope => _variables.Owner.Scope;

    bool IWatchedSession.IsRunning => _state == SessionState.Running;

    long? IWatchedSession.OpenLine => _terminal.OpenLine;

    (IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string?> Directories) IWatchedSession.Surroundings =>
        (SessionEnvironment.ForCoprocess(_id, _termId, _profile.Name, _settings), [_variables.ReportedDirectory, _variables.Text("path"), _launchDirectory, LoginShell.Home()]);

    void IWatchedSession.RequestStop() => _terminal.RequestStop();

    Rejected? IWatchedSession.TypeText(string text)
    {
        if (_state != SessionState.Running) return new Rejected(Rejection.Ended, "the session's program has ended");
        if (IsInputLocked) return new Rejected(Rejection.Busy, "busy: the coprocess has locked the session's input");
        if (!_input.TryAdd(Encoding.UTF8.GetBytes(text))) return new Rejected(Rejection.Backpressure, $"backpressure: {_input.Length} bytes wait for the program already");

        Flush();
        return null;
    }

    void IWatchedSession.FeedTerminal(ReadOnlySpan<byte> bytes)
    {
        _terminal.Inject(bytes);
        ScreenTouched();
    }

    void IWatchedSession.HoldInput(bool hold)
    {
        if (hold)
        {
            _kept ??= NewWriteQueue();
            return;
        }

        var kept = _kept;
        _kept = null;
        Release(kept, _input);
    }

    void IWatchedSession.NameIt(string name)
    {
        _variables.Set("triggerName", name);
        _name.ByPerson(InterpolatedString.Escape(name));
    }

    string? IWatchedSession.SetUserVariable(string name, Value value) => _variables.Owner.TrySetUser(name, value, out var refusal) ? null : refusal?.Text;

    void IWatchedSession.ReportDirectory(string path) => Place(() => _variables.Directory(path, null, null));

    void IWatchedSession.ReportHost(string? user, string host) => Place(() => _variables.Remote(user, host));

    void IWatchedSession.ReportTabStatus(string text) => _variables.Set("tabStatus", text);

    void IWatchedSession.LinkText(long absoluteLine, int size, int start, int length, string uri)
    {
        if (uri.Length == 0 || uri.Any(char.IsControl) || Encoding.UTF8.GetByteCount(uri) > _settings.Terminal.HyperlinkLimit) return;

        _terminal.Screen.LinkText(absoluteLine, size, start, length, uri);
        ScreenTouched();
    }

    void IWatchedSession.RingBell() => Ring();

    void IWatchedSession.Publish(string kind, params KeyValuePair<string, Value>[] data) => Publish(kind, data);

    void IWatchedSession.KeepInProfile(string key, Value value)
    {
        if (_profile.TryWith([new(key, value)], out var changed, out _)) _profile = changed;
    }

    private void Ring()
    {
        _variables.Owner.Set("bellCount", Value.Of(++_bells));
        Publish(EventsProtocol.Kinds.SessionBell);
    }

    /// <summary>The shell, or a trigger, tells where the session is; the watcher hears what changed by that.</summary>
    private void Place(Action change)
    {
        if (_watcher is null)
        {
            change();
            return;
        }

        var before = Where();
        change();
        var now = Where();
        if (now.Directory != before.Directory) _watcher.Happened(TriggersProtocol.TriggerEvent.DirectoryChanged, now.Directory);
        if (now.Host != before.Host) _watcher.Happened(TriggersProtocol.TriggerEvent.HostChanged, now.Host);
        if (now.User != before.User) _watcher.Happened(TriggersProtocol.TriggerEvent.UserChanged, now.User);

        (string Directory, string Host, string User) Where() => (_variables.Text("path"), _variables.Text("hostname"), _variables.Text("username"));
    }

    private void TakeJob(ForegroundJob? job)
    {
        _variables.Job(job);
        if (_watcher is null) return;

        var (before, now) = (_jobName, job?.Name);
        _jobName = now;
        _watcher.JobsAre(job is null ? [] : [job.Name, .. job.Ancestors]);
        if (before == now) return;

        if (before is not null) _watcher.Happened(TriggersProtocol.TriggerEvent.JobEnded, before);
        if (now is not null) _watcher.Happened(TriggersProtocol.TriggerEvent.JobStarted, now);
        _watcher.Act();
    }
}
