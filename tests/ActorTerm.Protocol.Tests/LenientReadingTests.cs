using System.Buffers;
using Google.Protobuf;

namespace ActorTerm.Protocol.Tests;

/// <summary>What is odd, and yet an envelope (docs/protocol.md, sections 2 and 5).</summary>
public sealed class LenientReadingTests
{
    [Fact]
    public void A_request_from_a_newer_client_is_an_envelope_without_a_request()
    {
        var read = Read("08 05 ca 3e 02 08 01");       // id 5, field 1001

        Assert.Equal(5, read.Id);
        Assert.Equal(ClientOriginatedMessage.SubmessageOneofCase.None, read.SubmessageCase);
    }

    [Fact]
    public void Fields_that_nobody_here_knows_are_kept()
    {
        var bytes = Bytes("08 05 d2 06 03 f8 07 01");  // list_sessions_request with a field 127

        var read = Envelope.ReadRequest(new ReadOnlySequence<byte>(bytes));

        Assert.NotNull(read.ListSessionsRequest);
        Assert.Equal(bytes, read.ToByteArray());
    }

    /// <summary>Other languages read it as unset; so a switch over an enum needs an arm for everything else.</summary>
    [Fact]
    public void An_unknown_word_of_an_enum_keeps_its_number()
    {
        var read = Read("ba 06 02 18 63");             // notification_request, notification_type 99

        Assert.Equal((NotificationType)99, read.NotificationRequest.NotificationType);
    }

    [Fact]
    public void The_last_of_two_requests_in_one_envelope_counts()
    {
        var read = Read("d2 06 00 aa 07 00");          // list_sessions_request, then focus_request

        Assert.Equal(ClientOriginatedMessage.SubmessageOneofCase.FocusRequest, read.SubmessageCase);
    }

    [Fact]
    public void Packed_and_unpacked_modes_read_alike()
    {
        var unpacked = Read("ba 06 08 4a 06 08 01 08 02 08 03");
        var packed = Read("ba 06 07 4a 05 0a 03 01 02 03");

        Assert.Equal(
            [PromptMonitorMode.Prompt, PromptMonitorMode.CommandStart, PromptMonitorMode.CommandEnd],
            packed.NotificationRequest.PromptMonitorRequest.Modes);
        Assert.Equal(unpacked, packed);
    }

    [Fact]
    public void Text_that_is_no_UTF8_reads_with_replacement_characters()
    {
        var read = Read("da 06 05 12 03 61 ff 62");    // send_text_request, text "a\xffb"

        Assert.Equal("a\ufffdb", read.SendTextRequest.Text);
    }

    [Fact]
    public void A_message_in_several_pieces_reads_like_one()
    {
        var row = GoldenRow.All.First(row => row.Name.StartsWith("register a status bar component", StringComparison.Ordinal));

        var read = Envelope.ReadRequest(Pieces.Of(row.Bytes));

        Assert.Equal(row.Message, read);
    }

    private static ClientOriginatedMessage Read(string hex) => Envelope.ReadRequest(new ReadOnlySequence<byte>(Bytes(hex)));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A sequence of one byte each.</summary>
    private sealed class Pieces : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(byte[] bytes)
        {
            var first = new Pieces { Memory = bytes.AsMemory(0, 1) };
            var last = first;
            for (var i = 1; i < bytes.Length; i++)
            {
                var next = new Pieces { Memory = bytes.AsMemory(i, 1), RunningIndex = i };
                last.Next = next;
                last = next;
            }
            return new ReadOnlySequence<byte>(first, 0, last, 1);
        }
    }
}
