using System.Buffers;
using Google.Protobuf;

namespace ActorTerm.Protocol.Tests;

/// <summary>Bytes and the exact complaint about them. What stands behind the colon is the first sentence of Google.Protobuf's own.</summary>
public sealed class MalformedBytesTests
{
    private const string Short = "While parsing a protocol message, the input ended unexpectedly in the middle of a field";
    private const string ZeroTag = "Protocol message contained an invalid tag (zero)";
    private const string WrongEnd = "Protocol message end-group tag did not match expected tag";
    private const string WireType = "Protocol message contained a tag with an invalid wire type";

    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        { "a tag of zero", "00", ZeroTag },
        { "a tag of zero behind a good field", "08 01 00", ZeroTag },
        { "an id that is cut off", "08", Short },
        { "an id whose last byte goes on", "08 80", Short },
        { "an id of eleven bytes", "08 ff ff ff ff ff ff ff ff ff ff 01", "CodedInputStream encountered a malformed varint" },
        { "a request longer than the message", "08 00 d2 06 05 0a", Short },
        { "a negative length", "08 00 d2 06 ff ff ff ff ff ff ff ff ff 01", "CodedInputStream encountered an embedded string or message which claimed to have negative size" },
        { "a string longer than its message", "08 00 aa 06 02 0a 7f", Short },
        { "the end of a group that never began", "0c", "Completed reading a message while more data was available in the stream" },
        { "a group without an end", "0b 08 01", WrongEnd },
        { "the end of another group", "0b 14", WrongEnd },
        { "wire type 6", "0e", WireType },
        { "wire type 7", "0f", WireType },
        { "text instead of protobuf", "7b 22 69 64 22 3a 31 7d", Short },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Bytes_that_are_no_envelope_are_refused_with_the_reason(string name, string hex, string complaint)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

        var refusal = Assert.Throws<MalformedEnvelopeException>(() => Envelope.ReadRequest(new ReadOnlySequence<byte>(bytes)));

        Assert.Equal($"{name}: no ClientOriginatedMessage in {bytes.Length} bytes: {complaint}", $"{name}: {refusal.Message}");
    }

    [Fact]
    public void A_tree_nested_deeper_than_a_hundred_messages_is_refused()
    {
        var node = new SplitTreeNode();
        for (var depth = 0; depth < 60; depth++)
            node = new SplitTreeNode { Links = { new SplitTreeNode.Types.SplitTreeLink { Node = node } } };
        var bytes = new ClientOriginatedMessage { SetTabLayoutRequest = new() { Root = node } }.ToByteArray();

        var refusal = Assert.Throws<MalformedEnvelopeException>(() => Envelope.ReadRequest(new ReadOnlySequence<byte>(bytes)));

        Assert.Contains("too many levels of nesting", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_refused_by_its_own_name()
    {
        var refusal = Assert.Throws<MalformedEnvelopeException>(() => Envelope.ReadResponse(new ReadOnlySequence<byte>([0])));

        Assert.Equal($"no ServerOriginatedMessage in 1 bytes: {ZeroTag}", refusal.Message);
    }
}
