using System.Buffers;
using Google.Protobuf;

namespace ActorTerm.Protocol;

/// <summary>The bytes of one binary WebSocket message, read as an envelope. Spec: docs/protocol.md, sections 2 and 5.</summary>
public static class Envelope
{
    /// <summary>What a script said. It may still hold no request, or one that this build does not know.</summary>
    /// <exception cref="MalformedEnvelopeException">These bytes are no envelope. There is no id to answer.</exception>
    public static ClientOriginatedMessage ReadRequest(ReadOnlySequence<byte> bytes) =>
        Read(ClientOriginatedMessage.Parser, bytes, "ClientOriginatedMessage");

    /// <summary>What a host said: a response, an error or a notification.</summary>
    /// <inheritdoc cref="ReadRequest" path="/exception"/>
    public static ServerOriginatedMessage ReadResponse(ReadOnlySequence<byte> bytes) =>
        Read(ServerOriginatedMessage.Parser, bytes, "ServerOriginatedMessage");

    private static T Read<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes, string name) where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            var firstSentence = e.Message.Split('.')[0];
            throw new MalformedEnvelopeException($"no {name} in {bytes.Length} bytes: {firstSentence}", e);
        }
    }
}
