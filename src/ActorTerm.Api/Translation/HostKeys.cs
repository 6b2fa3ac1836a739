using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Terminal.Keys;
using Google.Protobuf;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about key bindings: listing, pressing, explaining.</summary>
internal static class HostKeys
{
    public static object List(long id, ListKeysRequest m)
    {
        SessionTarget? target = null;
        if (m.HasSession)
        {
            if (!SessionTarget.TryParse(m.Session, out var one)) return HostSessions.NoSession(id, m.Session);
            target = one;
        }

        return HostRequests.Ask(id, Part.Workspace, new ListKeys(target), reply =>
        {
            if (reply is not KeysProtocol.KeyList list) return null;

            var response = new ListKeysResponse();
            response.Keys.AddRange(list.Bindings.Select(one => ToWire(one.Scope, one.Binding, one.Shadowed)));
            return new HostResponse { ListKeys = response };
        });
    }

    public static object Strike(long id, StrikeKeysRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return HostSessions.NoSession(id, m.Session);

        var kind = m.Action == StrikeKeysRequest.Types.Action.Release ? KeyEventKind.Release : KeyEventKind.Press;
        return HostRequests.Ask(id, Part.Workspace, new ToSession(target, new SessionsProtocol.StrikeKeys(m.Keys, kind)), reply =>
        {
            if (reply is not SessionsProtocol.KeysTaken taken) return null;

            var response = new StrikeKeysResponse();
            response.Keys.AddRange(taken.Keys.Select(ToWire));
            return new HostResponse { StrikeKeys = response };
        }) with
        { Patient = true };                        // a binding's function has a time limit of its own
    }

    public static object Explain(long id, ExplainKeysRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return HostSessions.NoSession(id, m.Session);

        return HostRequests.Ask(id, Part.Workspace, new ToSession(target, new SessionsProtocol.ExplainKeys(m.Typed.Memory, m.Complete)), reply =>
        {
            if (reply is not SessionsProtocol.KeysExplained explained) return null;

            var response = new ExplainKeysResponse { Waiting = explained.Waiting };
            response.Keys.AddRange(explained.Keys.Select(ToWire));
            return new HostResponse { ExplainKeys = response };
        });
    }

    public static ListedKey ToWire(KeysProtocol.KeyScope scope, KeysProtocol.KeyBinding binding, bool shadowed)
    {
        var wire = new ListedKey
        {
            Scope = scope == KeysProtocol.KeyScope.Profile ? ListedKey.Types.Scope.Profile : ListedKey.Types.Scope.Global,
            Key = binding.Key,
            Action = binding.Action.Number,
            ActionName = KeysProtocol.KeyActions.NameOf(binding.Action.Number),
            Parameter = binding.Action.Text,
            Shadowed = shadowed,
            Served = KeysProtocol.KeyActions.IsServed(binding.Action.Number),
        };
        if (binding.Chord is { } chord) wire.Name = chord.ToString();
        if (binding.Label is { } label) wire.Label = label;
        return wire;
    }

    private static StruckKey ToWire(SessionsProtocol.TakenKey key)
    {
        var wire = new StruckKey
        {
            Name = key.Name,
            Fate = key.Fate switch
            {
                SessionsProtocol.KeyFate.Bound => StruckKey.Types.Fate.Bound,
                SessionsProtocol.KeyFate.Filtered => StruckKey.Types.Fate.Filtered,
                SessionsProtocol.KeyFate.Leader => StruckKey.Types.Fate.Leader,
                _ => StruckKey.Types.Fate.Typed,
            },
        };
        if (key is { Scope: { } scope, Binding: { } binding }) wire.Binding = ToWire(scope, binding, shadowed: false);
        if (key.Error is { } error) wire.Error = error;
        if (key.Traceback is { } traceback) wire.Traceback = traceback;
        return wire;
    }

    private static ExplainedKey ToWire(SessionsProtocol.ExplainedKey key)
    {
        var wire = new ExplainedKey { Bytes = ByteString.CopyFrom(key.Bytes.Span) };
        if (key.Chord is { } chord) wire.Name = chord.ToString();
        if (key.Bound is { } bound) wire.Binding = ToWire(bound.Scope, bound.Binding, shadowed: false);
        return wire;
    }
}
