using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>The triggers of one session: its profile's list, told of what happens there, and what they do. Runs on the session's turns.</summary>
internal sealed partial class TriggerWatcher : IOutputWatcher
{
    private const string ListKey = "Triggers";
    private const string InterpolatesKey = "Triggers Use Interpolated Strings";
    private const string InteractiveKey = "Enable Triggers in Interactive Apps";

    private readonly IWatchedSession _session;
    private readonly TriggerServices _services;
    private Working? _working;      // null while the session has no triggers: most have none

    public TriggerWatcher(IWatchedSession session, TriggerServices services)
    {
        _session = session;
        _services = services;
        ProfileChanged();
    }

    public bool WatchesLines => _working is { Triggers.LooksAtLines: true };

    private TriggerSettings Settings => _services.Reader.Settings;

    private TriggerList List => _working?.Triggers.List ?? TriggerList.Empty;

    private long CursorLine => _session.Screen.CursorLine;

    public void ProfileChanged()
    {
        var list = Read(_session.Profile.Properties.GetValueOrDefault(ListKey));
        if (list == List) return;

        foreach (var error in list.Errors) Complain($"Triggers{error}");
        ComplainOfIdle(list);
        Load(list);
    }

    /// <summary>A list with something wrong in it is refused whole, and people are told what it is: the wire has no room for that.</summary>
    public string? Objection(ProfilesProtocol.Profile changed)
    {
        var errors = _services.Reader.Read(changed.Properties.GetValueOrDefault(ListKey), IsSet(changed, InterpolatesKey, otherwise: false)).Errors.ToList();
        foreach (var error in errors) Complain($"the triggers were not taken: Triggers{error}");
        return errors.Count == 0 ? null : "Triggers" + errors[0];
    }

    public void LineCompleted(long absoluteLine)
    {
        if (_working is not { } working) return;

        working.FirstUnseen = null;
        working.Triggers.IsPaused = IsPaused;
        working.Triggers.LineCompleted(_session.Screen, absoluteLine);
        if (working.Triggers.HasFired) _session.RequestStop();
    }

    public void Bell()
    {
        if (_working is not { } working) return;

        working.Triggers.IsPaused = IsPaused;
        working.Triggers.Bell(CursorLine);
        if (working.Triggers.HasFired) _session.RequestStop();
    }

    public void Happened(TriggerEvent what, params IReadOnlyList<string> captures)
    {
        if (_working is not { Triggers.HasEvents: true } working) return;

        working.Triggers.Raise(what, CursorLine, captures);
        if (working.Triggers.HasFired) _session.RequestStop();
        TellNoticesSoon(working);
    }

    public void CommandRuns(string? command)
    {
        if (_working is not { Triggers.HasEvents: true } working) return;

        if (command is null) working.Triggers.CommandEnded();
        else working.Triggers.CommandStarted(command, _session.Now);
        TickSoon(working);
    }

    public void JobsAre(IReadOnlyList<string> names)
    {
        if (_working is { } working) working.Triggers.Jobs = names;
    }

    public void ProgramStarted() => _working?.Triggers.ProgramStarted(_session.Now);

    public void ProgramEnded()
    {
        Happened(TriggerEvent.SessionEnded);
        _working?.Triggers.ProgramEnded();
        Act();
        _session.HoldInput(false);
    }

    /// <summary>Does what fired, in its order; what is fired by that too, within bounds.</summary>
    public void Act()
    {
        if (_working is not { Triggers.HasFired: true, IsActing: false } working) return;

        working.IsActing = true;
        working.Injections = 0;
        try
        {
            while (working.Triggers.HasFired)
            {
                foreach (var fired in working.Triggers.TakeFired()) Do(working, fired);
            }
        }
        finally
        {
            working.IsActing = false;
        }

        TellNoticesSoon(working);
    }

    private bool IsPaused => _session.Screen.IsAlternate && !IsSet(InteractiveKey, otherwise: true);

    private void Load(TriggerList list)
    {
        if (_working is null && list.Entries.Count == 0) return;

        var isFirst = _working is null;
        var working = _working ??= new Working(new SessionTriggers(Settings, () => _session.Now));
        working.Triggers.Load(list);
        if (isFirst && _session.IsRunning) working.Triggers.ProgramStarted(_session.Now);
        if (!isFirst && !list.Entries.Any(entry => entry is { IsOn: true, Effect: TriggerEffect.BufferInput })) _session.HoldInput(false);      // nobody else would let it go
        FollowVariables(working);
        TickSoon(working);
        if (_session.IsRunning) LookSoon(working, _session.Now);      // a question may stand there already
    }

    private TriggerList Read(Value json) => _services.Reader.Read(json, IsSet(InterpolatesKey, otherwise: false));

    private bool IsSet(string key, bool otherwise) => IsSet(_session.Profile, key, otherwise);

    private static bool IsSet(ProfilesProtocol.Profile profile, string key, bool otherwise)
    {
        var value = profile.Properties.GetValueOrDefault(key);
        if (value.TryGetBoolean(out var flag)) return flag;
        return value.TryGetNumber(out var number) ? number != 0 : otherwise;
    }

    /// <summary>Changes of variables reach the session as messages of the monitors.</summary>
    private void FollowVariables(Working working)
    {
        var wanted = working.Triggers.Variables.ToList();
        foreach (var gone in working.Followed.Keys.Except(wanted).ToList())
        {
            working.Followed.Remove(gone, out var tag);
            _services.Monitors.Tell(new VariablesProtocol.Unmonitor(_session.Self, tag!), _session.Self);
        }

        foreach (var name in wanted.Except(working.Followed.Keys).ToList())
        {
            var tag = working.Followed[name] = new FollowedVariable(name);
            _services.Monitors.Tell(new VariablesProtocol.Monitor(_session.Self, _session.Scope, name, tag), _session.Self);
        }
    }

    /// <summary>One alert, however many of them a profile has: it comes with every session of that profile.</summary>
    private void ComplainOfIdle(TriggerList list)
    {
        var notes = list.Notes.ToList();
        if (notes.Count == 0) return;

        var others = notes.Count == 1 ? "" : $"; so do {notes.Count - 1} more of its triggers: `actorterm trigger ls`";
        Complain($"Triggers{notes[0]}{others}");
    }

    private void Complain(string text) => _services.Alert(_session.Id, text);

    private sealed record FollowedVariable(string Name);

    /// <summary>What a session has only while it has triggers.</summary>
    private sealed class Working(SessionTriggers triggers)
    {
        public SessionTriggers Triggers { get; } = triggers;

        public Dictionary<InvocationId, TriggerEntry> Calls { get; } = [];

        public Dictionary<string, FollowedVariable> Followed { get; } = [];

        public Queue<CapturedMatch> Captured { get; } = new();

        public Dictionary<TriggerEntry, DateTimeOffset> Alerted { get; } = [];

        /// <summary>Begun and not looked at: when the first, and when the last byte of it came.</summary>
        public DateTimeOffset? FirstUnseen { get; set; }

        /// <inheritdoc cref="FirstUnseen"/>
        public DateTimeOffset LastOutput { get; set; }

        /// <summary>When the timer for silence and long commands is due.</summary>
        public DateTimeOffset TickAt { get; set; }

        public bool IsActing { get; set; }

        public int Injections { get; set; }
    }
}
