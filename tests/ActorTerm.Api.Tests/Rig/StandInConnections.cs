using System.Threading.Channels;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>Stands for <c>/connections</c> and for every connection at once: notes what comes in, answers only what needs nobody.</summary>
public sealed class StandInConnections(ChannelWriter<IScriptLink> links, ChannelWriter<object> heard) : UntypedActor
{
    private IScriptLink? _link;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Open open:
                _link = open.Link;
                Sender.Tell(new Opened(ConnectionId.Next(), Self));
                links.TryWrite(open.Link);
                break;
            case Deliver deliver:
                _link!.TrySend(deliver.Event);
                break;
            default:
                heard.TryWrite(message);
                break;
        }
    }
}
