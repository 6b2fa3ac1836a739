using ActorTerm.Protocol.Host;
using Google.Protobuf;

namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>What is bound in this session: first the bindings of its profile, then those of all sessions.</summary>
    public Task<IReadOnlyList<KeyBinding>> ListKeysAsync(CancellationToken cancel = default) => Connection.App.ListKeysOfAsync(Id, cancel);

    /// <summary>
    /// Presses keys as an attached viewer does, so that bindings, filters and monitors apply; <see cref="SendKeysAsync"/> goes past them. Done
    /// when every function that a binding invoked has answered.
    /// </summary>
    /// <param name="keys">By tmux's names: <c>C-c</c>, <c>Up</c>, <c>Enter</c>, <c>M-x</c>, <c>F5</c>, or one character.</param>
    /// <returns>One for each key, in order.</returns>
    /// <exception cref="RequestFailedException">One of them means nothing (<c>BAD_REQUEST</c>); none was pressed.</exception>
    public async Task<IReadOnlyList<PressedKey>> PressKeysAsync(IEnumerable<string> keys, CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { StrikeKeys = new() { Session = Id, Keys = { keys } } }, cancel);
        return [.. response.StrikeKeys.Keys.Select(PressedKey.Of)];
    }

    /// <summary>Which keys bytes of a terminal are, and what each is bound to in this session. Nothing is done.</summary>
    /// <param name="complete">Nothing follows: an ESC at the end is the Escape key.</param>
    public async Task<KeyExplanations> ExplainKeysAsync(ReadOnlyMemory<byte> typed, bool complete, CancellationToken cancel = default)
    {
        var request = new ExplainKeysRequest { Session = Id, Typed = ByteString.CopyFrom(typed.Span), Complete = complete };
        return KeyExplanations.Of((await Connection.RequestAsync(new HostRequest { ExplainKeys = request }, cancel)).ExplainKeys);
    }
}
