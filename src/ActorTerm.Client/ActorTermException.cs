namespace ActorTerm.Client;

/// <summary>What every exception of this library derives from, wrong arguments apart. The message is meant for people.</summary>
public abstract class ActorTermException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>There is no host to speak to, or it refuses this connection. The message names the address and the next step.</summary>
public sealed class HostUnreachableException(string message, Exception? inner = null) : ActorTermException(message, inner);

/// <summary>The connection is over: the host stopped, closed it, or sent something that is no message of the API.</summary>
public sealed class ConnectionLostException(string message, Exception? inner = null) : ActorTermException(message, inner);

/// <summary>The host answered a request, and the answer is no.</summary>
/// <param name="request">The request in a few words, such as <c>inject into 6F96...</c>.</param>
/// <param name="status">The word of the protocol: <c>SESSION_NOT_FOUND</c>, <c>NOT_FOUND</c>, or <c>ERROR</c> for a request the host does not serve.</param>
/// <param name="detail">What the host adds for people.</param>
public sealed class RequestFailedException(string request, string status, string? detail = null)
    : ActorTermException(detail is null ? $"{request}: {status}" : $"{request}: {detail} ({status})")
{
    public string Request { get; } = request;

    public string Status { get; } = status;
}

/// <summary>A command could not be run in a session, or its end could not be seen. The message says why.</summary>
public sealed class RunFailedException(string message) : ActorTermException(message);

/// <summary>An invocation came to nothing.</summary>
public sealed class InvocationFailedException(string invocation, InvocationFailure failure, string reason)
    : ActorTermException(reason)
{
    /// <summary>The text that was invoked.</summary>
    public string Invocation { get; } = invocation;

    public InvocationFailure Failure { get; } = failure;
}

public enum InvocationFailure
{
    /// <summary>A function raised, is not registered or ran out of its own time; or the text is wrong. The message says which.</summary>
    Failed,

    /// <summary>The whole composition ran out of time.</summary>
    Timeout,

    /// <summary>No such session, tab or window.</summary>
    InvalidId,

    /// <summary>The host could make nothing of the request.</summary>
    Malformed,
}

/// <summary>A subscription was not read for so long that its queue filled up. It has ended; what it held until then was read first.</summary>
public sealed class SubscriptionOverflowException(string what, int limit)
    : ActorTermException($"{what}: {limit} notifications waited unread (ConnectOptions.NotificationQueue), so the subscription has ended");

/// <summary>What somebody wrote for a session, tab or window means none, or several. The message names them.</summary>
public sealed class SelectionException(string message) : ActorTermException(message);
