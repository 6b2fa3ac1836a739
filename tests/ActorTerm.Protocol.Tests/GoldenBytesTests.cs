using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ActorTerm.Protocol.Tests;

public sealed class GoldenBytesTests
{
    public static TheoryData<string> Rows { get; } = [.. GoldenRow.All.Select(row => row.ToString())];

    private static GoldenRow Row(string name) => GoldenRow.All.Single(row => row.ToString() == name);

    [Theory, MemberData(nameof(Rows))]
    public void What_we_write_is_what_protoc_writes(string name)
    {
        var row = Row(name);

        var written = row.Message.ToByteArray();

        Assert.Equal(Convert.ToHexString(row.Bytes), Convert.ToHexString(written));
    }

    [Theory, MemberData(nameof(Rows))]
    public void What_protoc_wrote_we_read(string name)
    {
        var row = Row(name);
        var bytes = new ReadOnlySequence<byte>(row.Bytes);

        IMessage read = row.IsRequest ? Envelope.ReadRequest(bytes) : Envelope.ReadResponse(bytes);

        Assert.Equal(row.Message, read);
    }

    [Fact]
    public void Every_request_response_and_notification_has_a_golden_row()
    {
        var messages = GoldenRow.All.Select(row => row.Message).ToList();
        var owners = new MessageDescriptor[]
        {
            ClientOriginatedMessage.Descriptor, ServerOriginatedMessage.Descriptor, Notification.Descriptor,
            Host.HostRequest.Descriptor, Host.HostResponse.Descriptor, Host.HostNotification.Descriptor,
        };

        var missing = owners.SelectMany(owner => owner.Fields.InFieldNumberOrder())
            .Where(field => !messages.SelectMany(Inside).Any(message => Has(message, field)));

        Assert.Empty(missing.Select(field => field.FullName));
    }

    /// <summary>An envelope, and whatever stands in it directly.</summary>
    private static IEnumerable<IMessage> Inside(IMessage envelope) =>
        envelope.Descriptor.Fields.InFieldNumberOrder()
            .Where(field => field.FieldType == FieldType.Message && !field.IsRepeated && field.Accessor.HasValue(envelope))
            .SelectMany(field => Inside((IMessage)field.Accessor.GetValue(envelope)))
            .Prepend(envelope);

    private static bool Has(IMessage message, FieldDescriptor field) =>
        message.Descriptor == field.ContainingType && field.Accessor.HasValue(message);
}
