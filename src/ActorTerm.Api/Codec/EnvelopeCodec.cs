using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Api.Codec;

/// <summary>Bytes of one WebSocket message to one envelope and back. No I/O, no state, no meaning. Schema: api.proto; rules: docs/protocol.md.</summary>
internal static class EnvelopeCodec
{
    public static bool TryRead(ReadOnlySpan<byte> message, out ClientOriginatedMessage envelope, out string error)
    {
        try
        {
            envelope = ClientOriginatedMessage.Parser.ParseFrom(message);
            error = "";
            return true;
        }
        catch (InvalidProtocolBufferException e)
        {
            envelope = new ClientOriginatedMessage();
            error = e.Message;
            return false;
        }
    }

    public static byte[] Write(ServerOriginatedMessage envelope) => envelope.ToByteArray();
}
