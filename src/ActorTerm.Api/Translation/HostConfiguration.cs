using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's request to read its configuration again.</summary>
internal static class HostConfiguration
{
    public static object Reload(long id, ReloadRequest m, HostFacts facts)
    {
        switch (facts.Reload(!m.Check))
        {
            case HostReload.Refused refused:
                return HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, refused.Text));
            case HostReload.Read { Apply: { } apply } read:
                return HostRequests.Ask(id, Part.Workspace, apply, reply => reply is WorkspaceProtocol.Done ? ToResponse(read.Changes) : null);
            case HostReload.Read read:
                return HostRequests.Now(id, ToResponse(read.Changes));
            default:
                throw new InvalidOperationException("reading the configuration came to nothing");
        }
    }

    private static HostResponse ToResponse(IReadOnlyList<HostChange> changes)
    {
        var response = new ReloadResponse();
        foreach (var change in changes)
        {
            var wire = new ConfigurationChange { Path = change.Path, TakesEffect = change.TakesEffect };
            if (change.Before is { } before) wire.Before = before;
            if (change.After is { } after) wire.After = after;
            response.Changes.Add(wire);
        }

        return new HostResponse { Reload = response };
    }
}
