using System.Text;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>From the words of an answer to an exception.</summary>
internal static class Answer
{
    /// <param name="about">Whom it concerned, such as <c>session 6F96...</c>.</param>
    /// <exception cref="RequestFailedException">The status is not the one of success.</exception>
    public static void Check<TStatus>(TStatus status, TStatus success, string request, string about) where TStatus : struct, Enum
    {
        if (!EqualityComparer<TStatus>.Default.Equals(status, success)) throw new RequestFailedException($"{request} ({about})", Word(status));
    }

    /// <summary><c>SessionNotFound</c> in C# is <c>SESSION_NOT_FOUND</c> on the wire and in every document.</summary>
    public static string Word<TStatus>(TStatus status) where TStatus : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var c in status.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0) word.Append('_');
            word.Append(char.ToUpperInvariant(c));
        }
        return word.ToString();
    }

    /// <summary>A request and its response share their number in the schema; anything else is a refusal.</summary>
    /// <exception cref="RequestFailedException">The host does not serve this request, or answers another.</exception>
    public static void CheckKind(ServerOriginatedMessage answer, ClientOriginatedMessage request)
    {
        if ((int)answer.SubmessageCase == (int)request.SubmessageCase) return;
        throw new RequestFailedException(NameOf(request), "ERROR", answer.HasError ? answer.Error : $"the host answered with {answer.SubmessageCase}");
    }

    /// <inheritdoc cref="CheckKind(ServerOriginatedMessage, ClientOriginatedMessage)"/>
    public static void CheckKind(HostResponse answer, HostRequest request)
    {
        if ((int)answer.ResponseCase == (int)request.RequestCase) return;
        throw answer.Error is { } error
            ? new RequestFailedException(request.RequestCase.ToString(), Word(error.Code), error.Message)
            : new RequestFailedException(request.RequestCase.ToString(), "ERROR", $"the host answered with {answer.ResponseCase}");
    }

    /// <summary><c>GetBuffer</c>, or the host's own request where it is one.</summary>
    public static string NameOf(ClientOriginatedMessage request) => request.SubmessageCase switch
    {
        ClientOriginatedMessage.SubmessageOneofCase.Actorterm => request.Actorterm.RequestCase.ToString(),
        var known => known.ToString().Replace("Request", "", StringComparison.Ordinal),
    };
}
