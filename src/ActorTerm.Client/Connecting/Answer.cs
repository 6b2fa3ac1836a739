using System.Text;
using ActorTerm.Protocol;

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

    /// <summary><c>GetBuffer</c>, or the host's own request where it is one.</summary>
    public static string NameOf(ClientOriginatedMessage request) => request.SubmessageCase switch
    {
        ClientOriginatedMessage.SubmessageOneofCase.Actorterm => request.Actorterm.RequestCase.ToString(),
        var known => known.ToString().Replace("Request", "", StringComparison.Ordinal),
    };
}
