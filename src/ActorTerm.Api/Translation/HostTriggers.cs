using ActorTerm.Language;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about triggers: those of a session, those of a profile, and profiles that bring some.</summary>
internal static class HostTriggers
{
    public static object List(long id, ListTriggersRequest m) => Ask(
        id, m.HasSession ? m.Session : null, m.HasProfile ? m.Profile : null, new TriggersProtocol.ListTriggers(), list => new() { ListTriggers = list });

    public static object Add(long id, AddTriggerRequest m) => !Value.TryParse(m.Json, out var trigger, out var error)
        ? Bad(id, $"the trigger is {error}")
        : Ask(id, m.HasSession ? m.Session : null, m.HasProfile ? m.Profile : null, new TriggersProtocol.AddTrigger(trigger), list => new() { AddTrigger = list });

    public static object Change(long id, ChangeTriggerRequest m)
    {
        object? change = m.HasChange ? m.Change switch
        {
            ChangeTriggerRequest.Types.Change.Remove => new TriggersProtocol.RemoveTrigger(m.Trigger),
            var one => new TriggersProtocol.EnableTrigger(m.Trigger, one == ChangeTriggerRequest.Types.Change.Enable),
        } : null;
        return change is null
            ? Bad(id, "what is to be changed of the trigger is missing")
            : Ask(id, m.HasSession ? m.Session : null, m.HasProfile ? m.Profile : null, change, list => new() { ChangeTrigger = list });
    }

    public static object Test(long id, TestTriggerRequest m)
    {
        if (!Value.TryParse(m.Json, out var trigger, out var error)) return Bad(id, $"the trigger is {error}");

        var test = new TriggersProtocol.TestTrigger(trigger, m.HasSession ? null : m.Lines);
        if (!m.HasSession) return HostRequests.Ask(id, Part.Workspace, test, ToTested);
        return SessionTarget.TryParse(m.Session, out var target) ? HostRequests.Ask(id, Part.Workspace, new ToSession(target, test), ToTested) : HostSessions.NoSession(id, m.Session);
    }

    public static object ListCaptured(long id, ListCapturedOutputRequest m) => !SessionTarget.TryParse(m.Session, out var target)
        ? HostSessions.NoSession(id, m.Session)
        : HostRequests.Ask(id, Part.Workspace, new ToSession(target, new TriggersProtocol.ListCaptured()), reply =>
        {
            if (reply is not TriggersProtocol.CapturedOutput output) return null;

            var response = new ListCapturedOutputResponse();
            response.Captured.AddRange(output.All.Select(one => new CapturedOutput { TimeMs = one.Time.ToUnixTimeMilliseconds(), Trigger = one.Trigger, Match = ToWire(one.Match) }));
            return new HostResponse { ListCapturedOutput = response };
        });

    public static object Import(long id, ImportProfilesRequest m) => !Value.TryParse(m.Json, out var json, out var error)
        ? Bad(id, $"the profile is {error}")
        : HostRequests.Ask(id, Part.Workspace, new ImportProfiles(json, m.HasName ? m.Name : null), reply =>
        {
            if (reply is not Imported imported) return null;

            var response = new ImportProfilesResponse();
            response.Profiles.AddRange(imported.Profiles.Select(ToWire));
            return new HostResponse { ImportProfiles = response };
        });

    private static object Ask(long id, string? session, string? profile, object message, Func<ListTriggersResponse, HostResponse> answer)
    {
        if (session is null == profile is null) return Bad(id, "either a session or a profile is meant, and exactly one of them");
        if (profile is not null) return HostRequests.Ask(id, Part.Workspace, new OfProfile(profile, message), reply => Listed(reply, isSession: false));
        return SessionTarget.TryParse(session, out var target)
            ? HostRequests.Ask(id, Part.Workspace, new ToSession(target, message), reply => Listed(reply, isSession: true))
            : HostSessions.NoSession(id, session!);

        HostResponse? Listed(object reply, bool isSession)
        {
            if (reply is not TriggersProtocol.Triggers triggers) return null;

            var response = new ListTriggersResponse();
            response.Triggers.AddRange(triggers.All.Select(ToWire));
            if (isSession) response.Evaluations = triggers.Evaluations;
            return answer(response);
        }
    }

    private static Deliver Bad(long id, string text) => HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, text));

    private static HostResponse? ToTested(object reply)
    {
        if (reply is not TriggersProtocol.TriggerTested tested) return null;

        var response = new TestTriggerResponse { Lines = tested.Lines, TimedOut = tested.TimedOut };
        response.Matches.AddRange(tested.Matches.Select(one =>
        {
            var wire = ToWire(one.Match);
            if (one.Parameter is { } parameter) wire.Parameter = parameter;
            return wire;
        }));
        return new HostResponse { TestTrigger = response };
    }

    private static TriggerMatch ToWire(TriggersProtocol.TriggerMatch match) => new() { Line = match.Line, Text = match.Input, Captures = { match.Captures } };

    private static ListedTrigger ToWire(TriggersProtocol.TriggerStatus status)
    {
        var entry = status.Entry;
        var wire = new ListedTrigger
        {
            Number = entry.Number,
            Action = entry.Action,
            On = entry.On,
            Enabled = !entry.Stored.IsDisabled,
            Instant = entry.Stored.IsInstant,
            Stopped = status.IsStopped,
            Json = entry.Stored.Json.ToString(),
        };
        if (entry.Stored.Name is { } name) wire.Name = name;
        if (entry.Stored.Parameter is { } parameter) wire.Parameter = parameter;
        if (entry.Error is { } error) wire.Error = error;
        if (entry.Note is { } note) wire.Note = note;
        if (status.Statistics is { } did)
            (wire.Looked, wire.Fired, wire.Dropped, wire.TimedOut) = (did.Looked, did.FiredTimes, did.Dropped, did.TimedOut);
        wire.Microseconds.AddRange(status.Statistics?.Microseconds ?? []);
        return wire;
    }

    private static Protocol.Host.ImportedProfile ToWire(Runtime.Workspace.WorkspaceProtocol.ImportedProfile profile)
    {
        var wire = new Protocol.Host.ImportedProfile { Name = profile.Name, Guid = profile.Guid, KeyBindings = profile.KeyBindings };
        wire.Triggers.AddRange(profile.Triggers.All.Select(ToWire));
        wire.Keys.AddRange(profile.Keys.Select(key => HostKeys.ToWire(KeysProtocol.KeyScope.Profile, key, shadowed: false)));
        if (profile.Command is { } command) wire.Command = command;
        if (profile.InitialText is { } text) wire.InitialText = text;
        return wire;
    }
}
