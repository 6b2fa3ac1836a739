using ActorTerm.Api.Translation;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using Frame = ActorTerm.Api.Translation.Frame;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>Requests through the translation and replies back through it, without I/O and actors.</summary>
internal static class Wire
{
    public const long Id = 77;

    public static HostFacts Facts { get; } = new("0", "host", DateTimeOffset.UnixEpoch, "", 0, "", null, null, "", "C-b", () => [], _ => new HostReload.Read(null, []));

    public static object ToMessage(ClientOriginatedMessage request)
    {
        request.Id = Id;
        return Requests.ToMessage(request, Facts);
    }

    public static object ToMessage(HostRequest request) => ToMessage(new ClientOriginatedMessage { Actorterm = request });

    /// <summary>The question that is passed on to the workspace, and what makes the wire's answer of its reply.</summary>
    public static (T Question, Func<object, ServerOriginatedMessage> Answer) Ask<T>(ClientOriginatedMessage request)
    {
        var pass = Assert.IsType<PassOn>(ToMessage(request));
        return (Assert.IsType<T>(pass.Message), reply => Answer(pass.Answer(reply)));
    }

    /// <summary>As <see cref="Ask{T}"/>, for a question to one session.</summary>
    public static (T Question, Func<object, ServerOriginatedMessage> Answer) AskSession<T>(ClientOriginatedMessage request)
    {
        var (toSession, answer) = Ask<WorkspaceProtocol.ToSession>(request);
        return (Assert.IsType<T>(toSession.Message), answer);
    }

    public static (T Question, Func<object, HostResponse> Answer) AskHost<T>(HostRequest request)
    {
        var (question, answer) = Ask<T>(new() { Actorterm = request });
        return (question, reply => answer(reply).Actorterm);
    }

    public static (T Question, Func<object, HostResponse> Answer) AskHostSession<T>(HostRequest request)
    {
        var (toSession, answer) = AskHost<WorkspaceProtocol.ToSession>(request);
        return (Assert.IsType<T>(toSession.Message), answer);
    }

    /// <summary>The answer of a request that nobody is asked for.</summary>
    public static ServerOriginatedMessage Now(ClientOriginatedMessage request) => Answer(Assert.IsType<Deliver>(ToMessage(request)).Event);

    public static HostResponse Now(HostRequest request) => Now(new ClientOriginatedMessage { Actorterm = request }).Actorterm;

    public static ServerOriginatedMessage Answer(ScriptEvent e)
    {
        var message = Assert.IsType<Frame>(e).Message;
        Assert.Equal(Id, message.Id);
        return message;
    }
}
