using ActorTerm.Protocol;
using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>How requests become messages to a connection, and replies become frames: the small words every translation uses.</summary>
internal static class Answers
{
    /// <summary>Asks a part of the host; <paramref name="fill"/> writes what it replied into the answer.</summary>
    public static PassOn Ask(long id, Part part, object message, Action<ServerOriginatedMessage, object> fill) => new(part, message, reply =>
    {
        if (reply is NoReply none) return Error(id, none.Reason);

        var answer = new ServerOriginatedMessage { Id = id };
        fill(answer, reply);
        return new Frame(answer);
    });

    public static PassOn AskWorkspace(long id, object message, Action<ServerOriginatedMessage, object> fill) => Ask(id, Part.Workspace, message, fill);

    /// <summary>An answer that needs nobody.</summary>
    public static Deliver Now(long id, Action<ServerOriginatedMessage> fill)
    {
        var answer = new ServerOriginatedMessage { Id = id };
        fill(answer);
        return new Deliver(new Frame(answer));
    }

    public static Deliver Refuse(long id, string text) => new(Error(id, text));

    public static Frame Error(long id, string text) => new(new ServerOriginatedMessage { Id = id, Error = text });

    /// <summary>What should not happen: an actor replied with something this request has no answer for.</summary>
    public static void Unexpected(ServerOriginatedMessage answer, object reply) => answer.Error = $"unexpected reply: {reply.GetType().Name}";
}
